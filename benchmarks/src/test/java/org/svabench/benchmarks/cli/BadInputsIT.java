package org.svabench.benchmarks.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every file that a command takes, with everything that can be wrong with one: a line on standard
 * error that names the file, exit code 2, nothing on standard output and nothing written. In a
 * command F is the bad file, IN an empty folder, GOOD a result of JMH, TRACE a trace.
 */
class BadInputsIT {
  private static final String TRACE =
      "nsecs\tpid\ttid\tcomm\top\tstart\tlen\tflags\n1\t1\t1\tx\tmmap\t0x7000\t4096\t0\n";

  @TempDir Path folder;
  private Path in;
  private Path good;
  private Path trace;

  @BeforeEach
  void folders() throws IOException {
    in = Files.createDirectory(folder.resolve("in"));
    good = Files.writeString(folder.resolve("good.json"), BadFile.Jmh.GOOD);
    trace = Files.writeString(folder.resolve("trace.tsv"), TRACE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compare F GOOD",
        "compare GOOD F",
        "import F --out IN",
        "report F -o IN/report.html",
        "report GOOD F -o IN/report.html",
        "report GOOD F --site IN/site",
        "merge F --out IN",
        "suite --resume F",
        "gate --replay F",
        "gate --baseline F --candidate F --out IN",
        "scenario F -o IN/outcomes",
        "replay F",
        "replay F --compare",
        "replay TRACE --topology F",
        "replay TRACE --cost F",
        "fanout --topology F",
        "fanout --cost F",
        "simulate --topology F",
        "simulate --cost F",
        "verify --topology F",
        "calibrate F -o IN/my.cost",
        "calibrate --guest F",
        "NotifierInvalidation.onePage -p topology=F",
        "NotifierInvalidation.onePage -p cost=F",
        "suite smoke --dry-run -p topology=F",
        "export F --format jmh",
        "export F --format csv",
        "export F --format github-action-benchmark",
        "export F --format bencher -o IN/b.json",
        "export F --format openmetrics",
        "export F --format influx",
        "export F --format junit",
        "export F --format hlog",
        "export F --format hgrm",
      })
  void aBadFileIsNamedOnOneLine(String command) throws IOException {
    for (BadFile bad : BadFile.values()) {
      Path file = bad.in(Files.createDirectories(folder.resolve("bad")));
      assertRefused(command, file, bad.name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "report F -o IN/report.html | run.json",
        "report F --site IN/site | run.json",
        "report F -o IN/report.html | jmh.json",
        "compare GOOD F | jmh.json",
        "export F --format openmetrics | run.json",
        "export F --format csv | jmh.json",
        "export F --format hlog | latency/B.b_design=vtd-6.6_topology=t.call.hlog",
        "export F --format junit | plan.json",
        "merge F --out IN | run.json",
        "suite --resume F | run.json",
        "gate --replay F | plan.json",
        "report GOOD --site F | data/another-run.json",
      })
  void aBadFileOfAFolderIsNamedOnOneLine(String row) throws IOException {
    String command = row.substring(0, row.indexOf(" |"));
    String file = row.substring(row.indexOf("| ") + 2);
    for (BadFile bad : BadFile.values()) {
      boolean log = file.endsWith(".hlog");
      // In a log without intervals nothing was timed.
      if (bad.isFile() && !(log && bad == BadFile.BLANK)) {
        Path run = folder.resolve(bad.name());
        Files.createDirectories(run);
        if (!file.equals("run.json")) {
          Files.writeString(run.resolve("run.json"), RunJson.COMPLETE);
        }
        if (!file.equals("jmh.json") && !log) {
          Files.writeString(run.resolve("jmh.json"), BadFile.Jmh.GOOD);
        }
        bad.as(run.resolve(file));
        boolean fine = file.equals("jmh.json") || log;
        assertRefused(command, run, fine ? bad.name() : Path.of(file).getFileName().toString());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(RunJson.Damage.class)
  void aRunThatLacksSomethingIsRefusedByEveryCommandThatReadsIt(RunJson.Damage damage)
      throws IOException {
    Path run = Files.createDirectory(folder.resolve("run"));
    Files.writeString(run.resolve("run.json"), damage.done());
    Files.writeString(run.resolve("jmh.json"), BadFile.Jmh.GOOD);
    for (String command :
        List.of(
            "report F -o IN/r.html",
            "report F --site IN/s",
            "export F --format openmetrics",
            "export F --format csv",
            "merge F --out IN",
            "suite --resume F")) {
      assertRefused(command, run, "run.json");
    }
  }

  @Test
  void aFileThatUnpacksToMoreThanTheHeapHoldsIsRefused() throws IOException {
    Path bomb =
        Files.write(
            folder.resolve("bomb"),
            BadFile.gzip(" ".repeat((int) (Runtime.getRuntime().maxMemory() / 16) + 1)));
    assertTrue(Files.size(bomb) < 1 << 20);
    for (String command :
        List.of("compare F GOOD", "fanout --topology F", "calibrate F", "scenario F")) {
      assertRefused(command, bomb, "MiB");
    }
  }

  @Test
  void pipesAreReadOnce() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "needs mkfifo");
    for (String command :
        List.of(
            "compare F GOOD",
            "import F --out IN",
            "report F -o IN/report.html",
            "export F --format csv")) {
      Path pipe = folder.resolve("pipe" + command.hashCode());
      assertEquals(0, new ProcessBuilder("/usr/bin/mkfifo", pipe + "").start().waitFor());
      Process writer = new ProcessBuilder("/bin/sh", "-c", "cat " + good + " > " + pipe).start();
      CommandLineSession session =
          assertTimeoutPreemptively(
              Duration.ofSeconds(30), () -> CommandLineSession.withStreams(words(command, pipe)));
      assertEquals(ExitCode.GOOD, session.exitCode(), session.err());
      assertEquals(0, writer.waitFor());
    }
  }

  @Test
  void aByteOrderMarkIsNoPartOfAText() throws IOException {
    Path marked = Files.writeString(folder.resolve("m.json"), "\ufeff" + BadFile.Jmh.GOOD);
    Path topology =
        Files.writeString(folder.resolve("m"), "\ufefffamily vtd\niommu a\ndevice b iommu=a\n");
    Path traced = Files.writeString(folder.resolve("m.tsv"), "\ufeff" + TRACE);
    for (String[] command :
        List.of(
            words("compare F GOOD", marked),
            words("fanout --topology F", topology),
            words("replay F", traced))) {
      CommandLineSession session = CommandLineSession.withStreams(command);
      assertEquals(ExitCode.GOOD, session.exitCode(), session.err());
    }
  }

  @Test
  void aNameIsShownOnOneLineWhateverItHolds() throws IOException {
    Path odd = Files.writeString(folder.resolve("a\nb\u0007"), "[]");
    assertRefused("compare F GOOD", odd, "a?b?");
  }

  @Test
  void anEmptyNameMeansNothing() throws IOException {
    for (String command :
        List.of("compare F GOOD", "export F --format csv", "report F", "import F", "merge F")) {
      assertRefused(command, Path.of(""), "");
    }
  }

  private void assertRefused(String command, Path file, String named) throws IOException {
    CommandLineSession session =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60), () -> CommandLineSession.withStreams(words(command, file)));
    String what = command + " with " + file + ": " + session.out() + session.err();
    assertAll(
        () -> assertEquals(ExitCode.BAD_INPUT, session.exitCode(), what),
        () -> assertEquals(1, session.err().lines().count(), what),
        () -> assertTrue(session.err().startsWith("svabench: "), what),
        () -> assertTrue(session.err().length() < 700, what),
        () -> assertTrue(session.err().contains(named), what),
        () -> assertFalse(session.err().contains("Exception"), what),
        () -> assertEquals("", session.out(), what));
    try (Stream<Path> written = Files.list(in)) {
      assertEquals(List.of(), written.toList(), what);
    }
  }

  private String[] words(String command, Path file) {
    String[] words = command.split(" ");
    for (int i = 0; i < words.length; i++) {
      words[i] =
          switch (words[i]) {
            case "F" -> file.toString();
            case "topology=F", "cost=F" -> words[i].replace("F", file.toString());
            case "GOOD" -> good.toString();
            case "TRACE" -> trace.toString();
            default -> words[i].startsWith("IN") ? in + words[i].substring(2) : words[i];
          };
    }
    return words;
  }
}
