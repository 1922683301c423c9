package org.svabench.results.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.svabench.results.input.BadInput;
import org.svabench.results.run.AtomicFile;

/**
 * A folder that any web server can hand out: {@code index.html} with the history, {@code
 * runs/<run>.html} per run, and {@code data/<run>.json}, from which the index is made. It grows by
 * the runs that are added; the runs themselves are not needed again.
 */
public final class Site {
  private Site() {}

  /**
   * Adds runs, or replaces them where they are there already, and makes the index anew.
   *
   * @param folder made where it does not exist
   * @param sources folders of runs or JMH JSON files, and documents that go with all of them
   * @return how many runs the site has now
   * @throws BadInput if one of them is none of these, or a file of the site is damaged
   * @throws IOException if the disk refuses; the old index is then still there
   */
  public static int add(Path folder, List<Path> sources) throws IOException {
    Report.Sources read = Report.Sources.of(sources);
    if (read.runs().isEmpty()) {
      throw new BadInput("--site " + folder + ": needs a run to add");
    }
    // Whatever is wrong with a source or with the site is found before anything is written.
    Map<String, String> pages = new LinkedHashMap<>();
    Map<String, RunPoint> points = points(folder.resolve("data"));
    for (ReportedRun run : read.runs()) {
      String name = FileName.of(run.name());
      pages.put(name, Report.page(run, read.documents()));
      points.put(name, RunPoint.of(run));
    }
    History history =
        new History(
            List.copyOf(points.values()), point -> "runs/" + FileName.of(point.name()) + ".html");
    final String index = index(history);
    Path runs = Files.createDirectories(folder.resolve("runs"));
    Path data = Files.createDirectories(folder.resolve("data"));
    for (Map.Entry<String, String> page : pages.entrySet()) {
      AtomicFile.write(runs.resolve(page.getKey() + ".html"), page.getValue());
      AtomicFile.write(data.resolve(page.getKey() + ".json"), points.get(page.getKey()).json());
    }
    AtomicFile.write(folder.resolve("index.html"), index);
    return points.size();
  }

  private static String index(History history) {
    RunPoint latest = history.latest();
    return HtmlPage.render(
        new HtmlPage.Content(
            "Benchmarks over time",
            "latest: " + latest.name() + ", revision " + latest.revision(),
            latest.answer(),
            null,
            List.of(),
            history.sections(),
            List.of(
                new HtmlPage.Link("Latest run", "runs/" + FileName.of(latest.name()) + ".html"))));
  }

  /** By the name of their file. */
  private static Map<String, RunPoint> points(Path data) throws IOException {
    Map<String, RunPoint> points = new TreeMap<>();
    if (!Files.isDirectory(data)) {
      return points;
    }
    try (Stream<Path> files = Files.list(data)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().endsWith(".json")).sorted().toList()) {
        points.put(file.getFileName().toString().replaceFirst("\\.json$", ""), RunPoint.read(file));
      }
    }
    return points;
  }

  /** A run's name as a file's: nothing in it that a URL or a folder would take for its own. */
  private static final class FileName {
    static String of(String name) {
      return name.replaceFirst("\\.json$", "").replaceAll("[^A-Za-z0-9._-]", "-");
    }
  }
}
