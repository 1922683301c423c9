package org.svabench.benchmarks.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svabench.benchmarks.evidence.EvidenceJar;
import org.svabench.benchmarks.evidence.unrelated.JdkKernels;
import org.svabench.results.run.RunDirectory;
import org.svabench.results.run.RunRecord;
import org.svabench.results.run.RunState;

/** Disks that are full, become full, or cannot be written: small ones of the test's own. */
class FullDiskIT {
  private static final String COUNTED = "Tiny.counted";

  /**
   * In a mount namespace of its own, so that nothing stays mounted: a disk at {@code disk}, whose
   * content goes to {@code kept} when the command has ended.
   */
  private static final String WITH_DISK =
      """
      mkdir -p disk kept && mount -t tmpfs -o "$0" tmpfs disk || exit 99
      "$@"
      code=$?
      cp -a disk/. kept/
      exit $code
      """;

  /** A full disk with a file called {@code old} on it. */
  private static final String WITH_OLD_FILE =
      """
      mkdir -p disk kept && mount -t tmpfs -o size=4k tmpfs disk || exit 99
      printf %s "$0" > disk/old
      "$@"
      code=$?
      cp -a disk/. kept/
      exit $code
      """;

  @TempDir Path folder;

  @BeforeEach
  void smallDisksCanBeMounted() throws Exception {
    Process tried = disk("size=64k", "true").start();
    assumeTrue(tried.waitFor() == 0, "needs unshare and the right to mount a tmpfs");
  }

  private ProcessBuilder disk(String options, String... command) {
    return new ProcessBuilder(Stream.concat(before(options).stream(), Stream.of(command)).toList())
        .directory(folder.toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  private static List<String> before(String options) {
    return List.of("unshare", "--map-root-user", "--mount", "sh", "-c", WITH_DISK, options);
  }

  private RunnerProcess on(String options, String... arguments) throws IOException {
    return RunnerProcess.start(before(options), folder, List.of(), arguments);
  }

  @Test
  void aRunThatFillsTheDiskKeepsWhatItFinishedAndItsReasonAndGoesOnElsewhere() throws Exception {
    RunnerProcess runner =
        on("size=208k", COUNTED, "-f", "3", "-p", "design=vtd-6.6", "--out", "disk");

    assertEquals(5, runner.end(), runner::screen);

    assertTrue(runner.error().contains("No space left on device; go on with: suite --resume"));
    assertEquals(1, runner.error().lines().count(), runner::screen);
    Path run = only(folder.resolve("kept"));
    RunRecord record = RunDirectory.open(run).read();
    assertEquals(RunState.INTERRUPTED, record.state());
    assertTrue(record.reason().endsWith("No space left on device"), record.reason());
    KeptRun kept = new KeptRun(run);
    kept.isWhole(false);
    int forks = kept.forks();
    assertTrue(forks > 0 && forks < 6, "the disk was meant to be full in the middle: " + forks);
    RunnerProcess rest =
        RunnerProcess.start(folder, List.of(), "suite", "--resume", run.toString());
    assertEquals(0, rest.end(), rest::screen);
    assertTrue(rest.screen().contains((6 - forks) + " of 6 forks to do"), rest::screen);
    kept.isWhole(true);
    assertEquals(RunState.FINISHED, kept.record().state());
  }

  @Test
  void aRunOnADiskThatIsFullOrCannotBeWrittenDoesNotBegin() throws Exception {
    for (String options : List.of("size=4k", "size=64k,ro")) {
      RunnerProcess runner = on(options, COUNTED, "--out", "disk");

      assertEquals(2, runner.end(), runner::screen);
      assertEquals(1, runner.screen().lines().count(), runner::screen);
      assertTrue(runner.error().startsWith("svabench: --out disk: cannot "), runner::screen);
      try (Stream<Path> left = Files.list(folder.resolve("kept"))) {
        assertEquals(0, left.count(), options);
      }
    }
  }

  @Test
  void aReportAnExportOrAMergeThatDoesNotFitLeavesNoPartOfIt() throws Exception {
    assertEquals(
        0, RunnerProcess.start(folder, List.of(), COUNTED, "-f", "1", "--out", "runs").end());
    String run = only(folder.resolve("runs")).toString();
    for (String[] arguments :
        List.of(
            new String[] {"report", run, "-o", "disk/report.html"},
            new String[] {"report", run, "--site", "disk"},
            new String[] {"report", run, "--publish", "disk"},
            new String[] {"export", run, "--format", "jmh", "-o", "disk/x.json"},
            new String[] {"import", run + "/jmh.json", "--out", "disk"})) {
      RunnerProcess runner = on("size=4k", arguments);

      assertEquals(2, runner.end(), runner::screen);
      assertEquals(1, runner.screen().lines().count(), runner::screen);
      assertTrue(runner.error().contains("No space left on device"), runner::screen);
      assertFalse(Files.exists(folder.resolve("kept/report.html")));
      assertFalse(Files.exists(folder.resolve("kept/x.json")));
    }
  }

  @Test
  void aMergeOrAPublishedCopyThatStopsInTheMiddleLeavesNoPartOfIt() throws Exception {
    RunnerProcess part =
        RunnerProcess.start(
            folder,
            List.of(),
            "suite",
            "smoke",
            "firstDevice",
            "-p",
            "design=vtd-6.6",
            "--shard",
            "1/1",
            "-wi",
            "0",
            "-i",
            "1",
            "-r",
            "10ms",
            "--out",
            "parts");
    assertEquals(0, part.end(), part::screen);
    String run = only(folder.resolve("parts")).toString();
    for (String size : List.of("size=12k", "size=64k,ro")) {
      boolean readOnly = size.endsWith("ro");
      RunnerProcess merge = on(size, "merge", run, "--out", "disk");
      assertEquals(readOnly ? 2 : 5, merge.end(), merge::screen);
      refused(merge);
      RunnerProcess copy = on(size, "report", run, "--publish", "disk");
      assertEquals(2, copy.end(), copy::screen);
      refused(copy);
    }
  }

  private void refused(RunnerProcess runner) throws IOException {
    assertEquals(1, runner.screen().lines().count(), runner::screen);
    assertTrue(
        runner.error().matches("svabench: .*: (No space left on device|Read-only file system)\n"),
        runner::screen);
    try (Stream<Path> left = Files.list(folder.resolve("kept"))) {
      assertEquals(List.of(), left.toList(), runner::screen);
    }
  }

  @Test
  void filesOfJmhThatDoNotFitAreNoSuccessAndLeaveWhatWasThere() throws Exception {
    String[] options = {COUNTED, "-f", "1", "-p", "design=vtd-6.6", "-wi", "0", "-i", "1"};
    String old = "x".repeat(3000);

    RunnerProcess result =
        RunnerProcess.start(
            filled(old), folder, List.of(), with(options, "-rf", "json", "-rff", "disk/old"));
    assertEquals(5, result.end(), result::screen);
    assertEquals(
        "svabench: -rff: cannot write disk/old: No space left on device\n", result.error());
    assertEquals(old, Files.readString(folder.resolve("kept/old")));

    RunnerProcess output =
        RunnerProcess.start(filled(old), folder, List.of(), with(options, "-o", "disk/out"));
    assertEquals(5, output.end(), output::screen);
    assertEquals(
        "svabench: -o disk/out: not written whole: No space left on device\n", output.error());
  }

  @Test
  void aGateThatFillsTheDiskSaysWhatIsKeptAndCanBeJudged() throws Exception {
    String jar = EvidenceJar.of(folder, JdkKernels.class).path().toString();
    String[] gate = {
      "gate", "--baseline", jar, "--candidate", jar, "--include", "lookUp", "--out", "disk"
    };

    RunnerProcess begun = on("size=12k", gate);
    assertEquals(5, begun.end(), begun::screen);
    String words = "svabench: No space left on device; what was measured is kept: gate --replay ";
    assertTrue(begun.error().startsWith(words), begun::screen);
    assertEquals(1, begun.error().lines().count(), begun::screen);
    Path kept =
        folder.resolve(begun.error().strip().substring(words.length()).replace("disk", "kept"));
    RunnerProcess judged = RunnerProcess.start(folder, List.of(), "gate", "--replay", kept + "");
    assertEquals(3, judged.end(), judged::screen);

    RunnerProcess never = RunnerProcess.start(filled("x".repeat(3000)), folder, List.of(), gate);
    assertEquals(5, never.end(), never::screen);
    assertEquals("svabench: No space left on device; nothing was measured yet\n", never.error());
    try (Stream<Path> left = Files.list(folder.resolve("kept"))) {
      assertEquals(Set.of("old", kept.getFileName().toString()), names(left));
    }
  }

  private static Set<String> names(Stream<Path> files) {
    return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
  }

  private static List<String> filled(String old) {
    return List.of("unshare", "--map-root-user", "--mount", "sh", "-c", WITH_OLD_FILE, old);
  }

  private static String[] with(String[] options, String... more) {
    return Stream.concat(Stream.of(options), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void standardOutputThatIsFullIsNoSuccess() throws Exception {
    assertEquals(
        0, RunnerProcess.start(folder, List.of(), COUNTED, "-f", "1", "--out", "runs").end());

    RunnerProcess runner =
        RunnerProcess.start(
            List.of("sh", "-c", "exec \"$0\" \"$@\" > /dev/full"),
            folder,
            List.of(),
            "export",
            only(folder.resolve("runs")).toString(),
            "--format",
            "csv");

    assertEquals(5, runner.end(), runner::screen);
    assertEquals(
        "svabench: cannot write to standard output: No space left on device\n", runner.error());
  }

  private static Path only(Path parent) throws IOException {
    try (Stream<Path> runs = Files.list(parent)) {
      return runs.filter(run -> Files.exists(run.resolve("run.json"))).findFirst().orElseThrow();
    }
  }
}
