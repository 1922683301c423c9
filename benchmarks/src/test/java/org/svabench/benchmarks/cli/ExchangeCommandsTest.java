package org.svabench.benchmarks.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svabench.results.run.RunDirectory;

class ExchangeCommandsTest {
  private static final String OURS =
      """
      [{"benchmark":"org.svabench.B.b","mode":"avgt","params":{"design":"vtd-6.6","topology":"t"},
      "primaryMetric":{"score":8,"scoreUnit":"ns/op","rawData":[[8]]}}]
      """;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void aFile() throws IOException {
    file = Files.writeString(folder.resolve("some result.json"), OURS);
  }

  @Test
  void anImportedFileIsARunThatCanBeExported() throws IOException {
    Path runs = folder.resolve("runs");
    CommandLineSession imported =
        CommandLineSession.run(
            "import", file.toString(), "--out", runs.toString(), "--time", "2026-11-22T07:45:00Z");
    assertEquals(ExitCode.GOOD, imported.exitCode(), imported.err());

    Path run = runs.resolve("20261122T074500Z-some-result");
    assertEquals("design", RunDirectory.open(run).read().suite().comparison().compared());
    assertTrue(Files.readString(run.resolve("summary.md")).contains("| vtd-6.6"));
    Path exported = folder.resolve("new/b.json");
    assertEquals(
        ExitCode.GOOD,
        CommandLineSession.run("export", "" + run, "--format", "bencher", "-o", "" + exported)
            .exitCode());
    assertTrue(Files.readString(exported).contains("\"latency\""));
  }

  @Test
  void whereNothingOfOursCompetesNothingIsHeldAgainstAnything() throws IOException {
    Files.writeString(file, OURS.replace("vtd-6.6", "a|b"));
    CommandLineSession.run(
        "import",
        "" + file,
        "--out",
        "" + folder,
        "--label",
        "x",
        "--time",
        "2026-11-22T07:45:00Z");

    Path run = folder.resolve("20261122T074500Z-x");
    assertEquals(null, RunDirectory.open(run).read().suite().comparison());
    assertTrue(
        Files.readString(run.resolve("summary.md"))
            .contains("| B.b design=a\\|b topology=t [avgt] |       1 |     8 |"));
  }

  @Test
  void wrongUsageIsOneLineAndLeavesNothingBehind() throws IOException {
    for (String[] wrong :
        List.of(
            new String[] {"export", "" + file, "--format", "jmhh"},
            new String[] {"export", "" + file},
            new String[] {"export", "" + folder, "--format", "jmh"},
            new String[] {"export", "" + file, "--format", "jmh", "-o", "" + folder},
            new String[] {"export", "" + file, "--format", "hlog", "--call", "("},
            new String[] {"import", "" + folder.resolve("nosuch"), "--out", "" + folder},
            new String[] {"import", "" + file, "--out", "" + folder, "--time", "yesterday"},
            new String[] {"import", "" + file, "--out", "" + folder, "--label", "a/b"})) {
      CommandLineSession session = CommandLineSession.run(wrong);
      assertEquals(ExitCode.BAD_INPUT, session.exitCode(), String.join(" ", wrong));
      assertEquals(1, session.err().lines().count(), session.err());
      assertFalse(session.err().contains("Exception"), session.err());
    }
    try (Stream<Path> all = Files.list(folder)) {
      assertEquals(List.of(file), all.toList());
    }
  }
}
