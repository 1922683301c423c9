package org.svabench.benchmarks.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.svabench.results.jmh.JmhJson;
import org.svabench.results.run.MachineLock;
import org.svabench.results.run.RunDirectory;
import org.svabench.results.run.RunState;

/** The command line as a user sees it: exit code, standard output, standard error. */
class MainIT {
  private static final String SELECT_ONE =
      "Tiny.counted -p design=vtd-6.6 -p topology=spr-1s-dsa -f 1";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sute smoke",
        "suite",
        "suite smok",
        "suite smoke --bogus",
        "suite smoke -f many",
        "suite smoke -f 0",
        "suite smoke [",
        "suite smoke NoSuchBenchmark",
        "suite smoke --seed x",
        "suite smoke --label a/b",
        "suite smoke --out /dev/null",
        "suite smoke -rff /dev/null/x",
        "suite smoke --out /dev/null/x",
        "suite smoke -p design=vtd-9.9",
        "suite smoke -p topology=nowhere",
        "suite --resume /dev",
        "suite smoke --resume /dev",
        "suite --resume",
        "compare",
        "compare /dev/null",
        "compare /dev/null /dev/null",
        "compare /nonexistent/a /nonexistent/b",
        "compare a b --metrics [",
        "-bogus",
        "-f",
        "-f x",
        "NoSuchBenchmark",
        "Tiny -e [",
        "[",
        "-e .*",
        "Tiny -prof nosuch",
        "Tiny -bm nosuch",
        "Tiny -rf nosuch",
        "Tiny -rf csv -rff /dev/null/x",
        "Tiny -o /dev/null/x",
        "Tiny -p design=vtd-9.9",
        "TraceReplay -p trace=nosuch",
        "TraceReplay -p trace=-",
        "TraceReplay -p trace=/dev/null",
        "TraceReplay -p trace=/dev --out /tmp",
        "Tiny --label x",
        "Tiny --out"
      })
  void badUsageIsOneLineOnStandardErrorAndExitCode2(String line) {
    Outcome outcome = run(line);

    assertEquals(2, outcome.code, outcome::toString);
    assertEquals("", outcome.out);
    assertEquals(1, outcome.err.lines().count(), outcome.err);
    assertTrue(outcome.err.startsWith("svabench: "), outcome.err);
    assertFalse(outcome.err.contains("Exception:"), outcome.err);
  }

  @Test
  void anUnknownFirstWordNamesTheNearestCommand() {
    assertEquals(
        "svabench: compar: no command and no benchmark of this name; nearest: compare\n",
        run("compar").err);
  }

  @Test
  void aFirstWordThatIsABenchmarkIsAPattern() {
    Outcome outcome = run("Tiny.counted -l");

    assertEquals(0, outcome.code);
    assertEquals("Benchmarks: \norg.svabench.benchmarks.fixture.Tiny.counted\n", outcome.out);
  }

  @Test
  void jmhListsParametersFormatsProfilersAndHelp() {
    assertTrue(
        run("-lp Tiny.counted").out.contains("param \"design\" = {vtd-6.6, vtd-6.8, vtd-6.14}"));
    assertTrue(run("-lrf").out.contains("csv"));
    assertTrue(run("-lprof").out.contains("LatencyProfiler"));
    assertTrue(run("-h").out.contains("-rff"));
  }

  @Test
  void helpAndVersionAreOurs() {
    Outcome help = run("--help");
    assertEquals(0, help.code);
    assertTrue(help.out.contains("suite smoke -prof gc"), help.out);
    assertTrue(help.out.lines().allMatch(l -> l.length() <= 100), help.out);
    Outcome version = run("--version");
    assertTrue(version.out.startsWith("svabench "), version.out);
    assertTrue(version.out.contains("JMH 1.37"), version.out);
    for (String command : List.of("suite", "compare", "merge", "doctor")) {
      assertTrue(run(command + " --help").out.contains("Example: java -jar"), command);
    }
  }

  @Test
  void aDryRunShowsTheOrderAndWritesNothing() throws IOException {
    Outcome outcome = run("suite headline --dry-run --out " + folder.resolve("runs"));

    assertEquals(0, outcome.code);
    assertTrue(outcome.out.contains("43 rows in 15 comparisons by design"), outcome.out);
    assertFalse(Files.exists(folder.resolve("runs")));
  }

  @Test
  void aPartOfTheFullSuiteSaysHowLongItTakes() {
    Outcome outcome = run("suite full --shard 1/8 --dry-run");

    assertEquals(0, outcome.code);
    assertTrue(outcome.out.lines().reduce((a, b) -> b).orElseThrow().contains("each: about"));
  }

  @Test
  void aShardThatIsNoneAndAMergeOfWhatIsNoPartAreRefused() {
    Outcome shard = run("suite smoke --shard 3/2");
    Outcome merge = run("merge " + folder);

    assertEquals(2, shard.code);
    assertEquals(
        "svabench: --shard 3/2: must be K/N with K from 1 to N, such as 1/8", shard.err.strip());
    assertEquals(2, merge.code);
    assertEquals(1, merge.err.lines().count(), merge.err);
    assertTrue(merge.err.contains("not a run"), merge.err);
  }

  @Test
  void plainJmhReportsLatencyAndCountsAndWritesWhereItIsTold() throws IOException {
    Path csv = folder.resolve("r.csv");

    Outcome outcome = run(SELECT_ONE + " -rf csv -rff " + csv);

    assertEquals(0, outcome.code, outcome::toString);
    assertTrue(outcome.out.contains("Tiny.counted:commands"), outcome.out);
    assertTrue(outcome.out.contains("Tiny.counted:timer"), outcome.out);
    assertTrue(Files.readString(csv).contains(":call"), () -> csv.toString());
  }

  @Test
  void aBenchmarkThatFailsUnderJmhIsExitCode5() {
    Outcome one = run("Tiny.failing -p design=vtd-6.6,vtd-6.8 -p topology=spr-1s-dsa -f 1");

    assertEquals(5, one.code, one::toString);
    assertEquals("svabench: 1 benchmark failed; JMH's output above says why\n", one.err);
    Outcome stopped = run("Tiny.failing -p design=vtd-6.8 -p topology=spr-1s-dsa -f 1 -foe true");
    assertEquals(5, stopped.code);
    assertEquals("svabench: this design never works\n", stopped.err);
  }

  @Test
  void withAFolderThePatternsAreKeptAsARunAndCanBeCompared() throws IOException {
    Outcome outcome =
        run("Tiny.counted -p topology=spr-1s-dsa -f 2 --out " + folder + " --label mine");

    assertEquals(0, outcome.code, outcome::toString);
    Path run;
    try (Stream<Path> files = Files.list(folder)) {
      run = files.filter(f -> f.toString().endsWith("-mine")).findFirst().orElseThrow();
    }
    assertTrue(outcome.out.contains("Files: " + run), outcome.out);
    assertEquals(3, JmhJson.read(run).size());
    assertEquals(RunState.FINISHED, RunDirectory.open(run).read().state());
    try (Stream<Path> latency = Files.list(run.resolve("latency"))) {
      assertEquals(6, latency.count());
    }
    Outcome compared = run("compare " + run + " " + run);
    assertEquals(0, compared.code);
    assertTrue(compared.out.contains("the same"), compared.out);
    assertEquals(
        "svabench: --resume goes on with the suite and the options the run began with; give no"
            + " others\n",
        run("suite smoke --resume " + run).err);
    assertEquals(0, run("suite --resume " + run).code);
  }

  @Test
  void aRowThatFailsInARunIsExitCode5AndTheOthersAreKept() throws IOException {
    Outcome outcome = run("Tiny.failing -p topology=spr-1s-dsa -f 1 --out " + folder);

    assertEquals(5, outcome.code, outcome::toString);
    assertTrue(outcome.out.contains("FAILED: this design never works"), outcome.out);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, JmhJson.read(files.findFirst().orElseThrow()).size());
    }
  }

  @Test
  void whileAnotherJmhRunsNothingIsMeasuredAndOneLineSaysSo() throws IOException {
    Path jar = folder.resolve("benchmarks.jar");
    try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar))) {
      entries.putNextEntry(new JarEntry("META-INF/BenchmarkList"));
    }
    Path runs = folder.resolve("runs");
    MachineLock other = MachineLock.take();
    try {
      for (String line :
          List.of(
              SELECT_ONE,
              SELECT_ONE + " --out " + runs,
              "gate --baseline " + jar + " --candidate " + jar + " --out " + runs)) {
        Outcome outcome = run(line);
        assertEquals(5, outcome.code, outcome::toString);
        assertEquals("svabench: " + MachineLock.busy() + "\n", outcome.err);
      }
    } finally {
      other.close();
    }
    assertFalse(Files.exists(runs));
  }

  private static Outcome run(String line) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream seenOut = new ByteArrayOutputStream();
    ByteArrayOutputStream seenErr = new ByteArrayOutputStream();
    System.setOut(new PrintStream(seenOut, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(seenErr, true, StandardCharsets.UTF_8));
    try {
      int code = Main.run(line.split(" "));
      return new Outcome(
          code, seenOut.toString(StandardCharsets.UTF_8), seenErr.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private record Outcome(int code, String out, String err) {}
}
