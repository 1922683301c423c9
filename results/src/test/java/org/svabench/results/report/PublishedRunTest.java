package org.svabench.results.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svabench.results.exchange.PublishedRun;
import org.svabench.results.input.BadInput;
import org.svabench.results.jmh.JmhJson;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.latency.Recordings;
import org.svabench.results.run.RunDirectory;

class PublishedRunTest {
  private static final Path PUBLISHED = Path.of("published");

  @TempDir Path folder;

  @Test
  void aCopyHasEveryFigureAndNoPathOfTheMachine() throws IOException {
    Path run = run();
    Path copy = PublishedRun.of(run, folder.resolve("published"));

    assertEquals(run.getFileName(), copy.getFileName());
    String all = text(copy);
    for (String secret : List.of("/home", "ada", "C:\\\\", "/opt", "secret")) {
      assertFalse(all.contains(secret), secret + " in " + all);
    }
    assertTrue(all.contains("\"jvm\": \"java\""), all);
    assertTrue(all.contains("\"-Djava.io.tmpdir=tmp\""), all);
    assertTrue(all.contains("\"topology\": \"small\""), all);
    assertTrue(all.contains("ops/us") || all.contains("ns/op"), "a slash of a unit stays");
    List<JmhResult> before = JmhJson.read(run);
    List<JmhResult> after = JmhJson.read(copy);
    assertEquals(before.size(), after.size());
    for (int row = 0; row < before.size(); row++) {
      assertEquals(before.get(row).primary().score(), after.get(row).primary().score());
      assertArrayEquals(before.get(row).primary().rawData(), after.get(row).primary().rawData());
    }
    assertEquals(
        Recordings.ofRun(run, RunDirectory.open(run).read()).get(0).sum(),
        Recordings.ofRun(copy, RunDirectory.open(copy).read()).get(0).sum());
    assertFalse(Files.exists(copy.resolve("jmh.log")), "logs stay behind");
    assertTrue(Report.of(List.of(copy), folder).contains("<section id=\"latency\""));
  }

  @Test
  void aCopyThatIsThereIsNotOverwritten() throws IOException {
    Path run = run();
    Path copy = PublishedRun.of(run, folder.resolve("published"));

    assertEquals(
        copy + ": is there already; remove it, or name another folder",
        assertThrows(BadInput.class, () -> PublishedRun.of(run, folder.resolve("published")))
            .getMessage());
  }

  /** Whatever is published with the project; skipped where nothing is yet. */
  @Test
  void everyPublishedRunStillLoadsAndGivesAReportToMail() throws IOException {
    assumeTrue(Files.isDirectory(PUBLISHED), "no run is published in " + PUBLISHED);
    try (Stream<Path> runs = Files.list(PUBLISHED)) {
      for (Path run : runs.filter(Files::isDirectory).toList()) {
        String html = Report.of(List.of(run), PUBLISHED);
        assertTrue(html.length() < 1_500_000, run + ": " + html.length() + " characters");
        assertTrue(Files.exists(run.resolve("summary.md")), run + ": has a summary");
        assertFalse(
            text(run).matches("(?s).*\"[^\"]*(/home/|/root/|/Users/|:\\\\\\\\).*"), "" + run);
      }
    }
  }

  private Path run() throws IOException {
    Path run = ReportedRuns.competing(folder, "abc", Instant.parse("2026-11-22T07:45:00Z"), 0.5);
    Path json = run.resolve("jmh.json");
    Files.writeString(
        json,
        Files.readString(json)
            .replace(
                "\"jmhVersion\"",
                "\"jvm\":\"/opt/secret/jdk/bin/java\","
                    + "\"jvmArgs\":[\"-Djava.io.tmpdir=/home/ada/tmp\","
                    + "\"-Dx=C:\\\\secret\\\\y\"],\"jmhVersion\"")
            .replace("\"small\"", "\"/home/ada/small\""));
    Path record = run.resolve("run.json");
    Files.writeString(
        record,
        Files.readString(record)
            .replace("\"reason\": null", "\"reason\": \"cannot write /home/ada/x: disk full\"")
            .replace("\"small\"", "\"/home/ada/small\"")
            .replaceFirst(
                "\"arguments\": \\[\\]", "\"arguments\": [\"-rff\", \"/home/ada/r.csv\"]"));
    Files.writeString(run.resolve("summary.md"), "| N.notify | /home/ada/small | 1 ops/us |\n");
    Files.writeString(run.resolve("jmh.log"), "# VM invoker: /home/ada/java\n");
    Path latency = run.resolve("latency");
    try (Stream<Path> logs = Files.list(latency)) {
      for (Path log : logs.toList()) {
        String name = log.getFileName().toString().replace("=small", "=-home-ada-small");
        Files.move(log, latency.resolve(name));
      }
    }
    return run;
  }

  private static String text(Path run) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(run)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        all.append(run.relativize(file)).append('\n');
        if (!file.toString().matches(".*\\.(png|html|hlog|hgrm)")) {
          all.append(Files.readString(file)).append('\n');
        }
      }
    }
    return all.toString();
  }
}
