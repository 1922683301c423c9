package org.svabench.results.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.svabench.results.input.BadInput;
import org.svabench.results.report.HtmlPage.Content;
import org.svabench.results.run.RunRecord;

/** A run, and documents that go with it, as one HTML file. */
public final class Report {
  private Report() {}

  /**
   * Makes the page of a run.
   *
   * @param sources folders of runs, JMH JSON files, and documents that {@code replay} and {@code
   *     fanout} printed; the last run is reported
   * @return HTML that needs no other file
   * @throws BadInput if one of them is none of these
   */
  public static String of(List<Path> sources) {
    List<ReportedRun> runs = new ArrayList<>();
    List<SideDocument> documents = new ArrayList<>();
    for (Path source : sources) {
      SideDocument.of(source)
          .ifPresentOrElse(documents::add, () -> runs.add(ReportedRun.of(source)));
    }
    return HtmlPage.render(content(runs, documents));
  }

  private static Content content(List<ReportedRun> runs, List<SideDocument> documents) {
    if (runs.isEmpty()) {
      return new Content(
          "svabench", "", "", null, List.of(), documentSections(documents), List.of());
    }
    ReportedRun run = runs.get(runs.size() - 1);
    Field field = new Field(run.results(), run.comparison());
    CountSection counts = new CountSection(field);
    ScoreSection scores = new ScoreSection(field);
    List<Section> sections = new ArrayList<>();
    sections.add(counts.section());
    sections.add(scores.alone());
    if (field.events().isEmpty()) {
      sections.add(ShootOutSection.others(field.others(), true));
    }
    sections.add(new LatencySection(field, run.recordings()).section());
    sections.add(ShootOutSection.indexes(field.others()));
    sections.add(scores.contended());
    sections.addAll(documentSections(documents));
    if (!field.events().isEmpty()) {
      sections.add(ShootOutSection.others(field.others(), false));
    }
    sections.add(AboutSection.of(run));
    sections.removeIf(Objects::isNull);
    return new Content(
        run.record() == null ? run.name() : run.record().label(),
        subtitle(run),
        new Answer(field).sentence(),
        counts.headline(),
        Warnings.of(run),
        sections,
        List.of());
  }

  private static List<Section> documentSections(List<SideDocument> documents) {
    List<Section> sections = new ArrayList<>();
    for (SideDocument document : documents) {
      int number = sections.size() + 1;
      if (document.isReplay()) {
        sections.add(new ReplaySection(document, number).section());
      } else if (document.isFanOut()) {
        sections.add(new FanOutDocumentSection(document, number).section());
      } else {
        throw new BadInput(
            document.path() + ": not what replay --format json or fanout --format json prints");
      }
    }
    sections.removeIf(Objects::isNull);
    return sections;
  }

  private static String subtitle(ReportedRun run) {
    RunRecord record = run.record();
    List<String> parts = new ArrayList<>();
    if (record != null) {
      parts.addAll(
          List.of(
              "suite " + record.suite().name(),
              run.startedAt(),
              "revision " + run.revision(),
              record.machine().cpu(),
              "JDK " + record.java().version()));
    } else {
      parts.add("JDK " + run.results().get(0).setting().jdkVersion());
    }
    parts.add(run.results().size() + " rows");
    parts.removeIf(part -> part.endsWith("unknown") || part.endsWith(" "));
    return String.join(" \u00b7 ", parts);
  }
}
