package org.svabench.results.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.svabench.results.compare.Answer;
import org.svabench.results.compare.Field;
import org.svabench.results.doubt.Doubts;
import org.svabench.results.input.InputFile;
import org.svabench.results.input.JsonDocument;
import org.svabench.results.report.HtmlPage.Content;
import org.svabench.results.run.RunRecord;

/** A run, and documents that go with it, as one HTML file. */
public final class Report {
  private Report() {}

  /**
   * What a user named, read.
   *
   * @param runs in the order given
   * @param documents of replay, fanout and simulate
   */
  record Sources(List<ReportedRun> runs, List<SideDocument> documents) {
    static Sources of(List<Path> paths) {
      List<ReportedRun> runs = new ArrayList<>();
      List<SideDocument> documents = new ArrayList<>();
      for (Path path : paths) {
        if (Files.isDirectory(path)) {
          runs.add(ReportedRun.of(path));
          continue;
        }
        // Read once: it may be a pipe.
        JsonDocument document = JsonDocument.read(InputFile.named(path.toString()));
        if (document.root().isJsonObject()) {
          documents.add(SideDocument.of(path, document));
        } else {
          runs.add(ReportedRun.of(path, document));
        }
      }
      return new Sources(runs, documents);
    }
  }

  /**
   * Makes the page of one run; of several the newest in full, and their history.
   *
   * @param paths folders of runs, JMH JSON files, and documents that {@code replay}, {@code fanout}
   *     and {@code simulate} printed
   * @param from folder of the page, for its links to the runs
   * @return HTML that needs no other file
   * @throws BadInput if one of them is none of these
   */
  public static String of(List<Path> paths, Path from) {
    Sources sources = Sources.of(paths);
    List<ReportedRun> runs = sources.runs();
    if (runs.isEmpty()) {
      return HtmlPage.render(
          new Content(
              "svabench",
              "",
              "",
              null,
              List.of(),
              documentSections(sources.documents()),
              List.of()));
    }
    ReportedRun newest =
        runs.stream()
            .max(Comparator.comparing(ReportedRun::startedAt).thenComparing(ReportedRun::name))
            .orElseThrow();
    Content content = content(newest, sources.documents(), List.of());
    if (runs.size() > 1) {
      Map<RunPoint, String> links = new LinkedHashMap<>();
      runs.forEach(run -> links.put(RunPoint.of(run), link(from, run.path())));
      History history = new History(List.copyOf(links.keySet()), links::get);
      content.sections().addAll(content.sections().size() - 1, history.sections());
    }
    return HtmlPage.render(content);
  }

  /** A relative address of a run's folder; null where there is none, as across drives. */
  private static String link(Path from, Path run) {
    try {
      Path relative =
          from.toAbsolutePath().normalize().relativize(run.toAbsolutePath().normalize());
      return new URI(null, null, relative.toString().replace('\\', '/'), null).toASCIIString();
    } catch (IllegalArgumentException | URISyntaxException e) {
      return null;
    }
  }

  /** One run's page in a site. */
  static String page(ReportedRun run, List<SideDocument> documents) {
    return HtmlPage.render(
        content(run, documents, List.of(new HtmlPage.Link("All runs", "../index.html"))));
  }

  private static Content content(
      ReportedRun run, List<SideDocument> documents, List<HtmlPage.Link> nav) {
    Field field = new Field(run.results(), run.comparison());
    Doubts doubts = field.doubts(run.record());
    CountSection counts = new CountSection(field);
    ScoreSection scores = new ScoreSection(field, doubts);
    List<Section> sections = new ArrayList<>();
    sections.add(counts.section());
    sections.add(scores.alone());
    if (field.events().isEmpty()) {
      sections.add(ShootOutSection.others(field.others(), doubts, true));
    }
    sections.add(new LatencySection(field, doubts, run.recordings()).section());
    sections.add(ShootOutSection.indexes(field.others(), doubts));
    sections.add(scores.contended());
    sections.addAll(documentSections(documents));
    if (!field.events().isEmpty()) {
      sections.add(ShootOutSection.others(field.others(), doubts, false));
    }
    sections.add(AboutSection.of(run));
    sections.removeIf(Objects::isNull);
    return new Content(
        run.record() == null ? run.name() : run.record().label(),
        subtitle(run),
        new Answer(field).sentence(),
        counts.headline(),
        Warnings.of(run, doubts),
        sections,
        nav);
  }

  private static List<Section> documentSections(List<SideDocument> documents) {
    List<Section> sections = new ArrayList<>();
    for (SideDocument document : documents) {
      int number = sections.size() + 1;
      if (document.isReplay()) {
        sections.add(new ReplaySection(document, number).section());
      } else if (document.isSimulation()) {
        sections.add(new SimulationSection(document, number).section());
      } else {
        sections.add(new FanOutDocumentSection(document, number).section());
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
