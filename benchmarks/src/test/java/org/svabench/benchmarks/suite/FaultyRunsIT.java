package org.svabench.benchmarks.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svabench.results.run.RowRecord;
import org.svabench.results.run.RunDirectory;
import org.svabench.results.run.RunRecord;
import org.svabench.results.run.RunState;

/** Runs whose forks fail, and runs that meet other runs. */
class FaultyRunsIT {
  private static final List<String> OTHERS_MAY_RUN = List.of("-Djmh.ignoreLock=true");

  @TempDir Path folder;

  @Test
  void everyFaultOfAForkIsASentenceInTheRecordAndOnTheScreenAndTheOtherRowsGoOn() throws Exception {
    RunnerProcess runner =
        start(List.of(), "fault=NONE,THROWS,OUT_OF_MEMORY,EXITS,HANGS", "-to", "2s");

    assertEquals(5, runner.end(), runner::screen);

    RunRecord record = RunDirectory.open(run()).read();
    Map<String, String> failures = new HashMap<>();
    for (RowRecord row : record.rows()) {
      failures.put(row.params().get("fault"), row.failure());
      assertEquals(row.failure() == null ? 1 : 0, row.forks().size(), row::toString);
    }
    assertNull(failures.get("NONE"));
    assertEquals("two lines:", failures.get("THROWS"));
    assertEquals("OutOfMemoryError: Java heap space", failures.get("OUT_OF_MEMORY"));
    assertEquals(
        "the fork's JVM ended early: the benchmark, or what it calls, uses System.exit",
        failures.get("EXITS"));
    assertTrue(failures.get("HANGS").startsWith("the fork hung and was killed after"));
    assertEquals(RunState.FAILED, record.state());
    assertEquals("a row failed", record.reason());
    for (String failure : failures.values()) {
      assertTrue(failure == null || runner.screen().contains("FAILED: " + failure), failure);
    }
  }

  @Test
  void aRunIsRefusedInOneLineWhileAnotherJmhHoldsItsLock() throws Exception {
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("jmh.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      assertTrue(held.isValid());

      RunnerProcess runner = start(List.of(), "fault=NONE");

      assertEquals(5, runner.end(), runner::screen);
      assertEquals(1, runner.screen().lines().count(), runner::screen);
      assertTrue(runner.error().startsWith("svabench: another JMH run is under way"));
      assertFalse(Files.exists(folder.resolve("runs")));
    }
    // What is left of a lock whose holder is gone.
    assertTrue(Files.exists(folder.resolve("jmh.lock")));
    assertEquals(0, start(List.of(), "fault=NONE").end());
  }

  @Test
  void twoRunsAtATimeHaveAFolderEach() throws Exception {
    RunnerProcess first = start(OTHERS_MAY_RUN, "fault=NONE,THROWS");
    RunnerProcess second = start(OTHERS_MAY_RUN, "fault=NONE,THROWS");

    assertEquals(5, first.end(), first::screen);
    assertEquals(5, second.end(), second::screen);

    List<Path> runs = runs();
    assertEquals(2, runs.size());
    assertNotEquals(runs.get(0), runs.get(1));
    for (Path run : runs) {
      RunRecord record = RunDirectory.open(run).read();
      assertEquals(RunState.FAILED, record.state());
      assertEquals(1, record.rows().stream().filter(row -> row.failure() != null).count());
      assertEquals(1, new KeptRun(run).forks());
    }
  }

  @Test
  void aRunThatAnotherProcessIsWritingIsNotTakenUp() throws Exception {
    RunnerProcess writer = start(OTHERS_MAY_RUN, "fault=SLEEPS");
    while (writer.forks().isEmpty()) {
      assertTrue(writer.alive(), writer::screen);
      Thread.sleep(10);
    }

    RunnerProcess refused = resume(OTHERS_MAY_RUN);

    assertEquals(2, refused.end(), refused::screen);
    assertEquals(
        "svabench: " + run() + ": another process is writing this run; wait for it to end\n",
        refused.screen());
    assertEquals(137, writer.end("KILL"));
    assertEquals(RunState.RUNNING, RunDirectory.open(run()).read().state());
  }

  @Test
  void aRunOfAnotherJarIsNotTakenUpAndAFinishedOneIsSaidToBe() throws Exception {
    assertEquals(0, start(List.of(), "fault=NONE").end());

    RunnerProcess again = resume(List.of());
    assertEquals(0, again.end(), again::screen);
    assertTrue(again.screen().startsWith("The run is complete, with all of its 1 forks"));

    RunnerProcess otherFlags = resume(List.of("-Dany=thing"));
    assertEquals(2, otherFlags.end());
    assertEquals(1, otherFlags.screen().lines().count(), otherFlags::screen);
    assertTrue(otherFlags.error().contains("other JVM arguments than it began with"));

    Path record = run().resolve("run.json");
    Files.writeString(record, Files.readString(record).replace(jar(), "0f"));
    RunnerProcess otherJar = resume(List.of());
    assertEquals(2, otherJar.end());
    assertEquals(1, otherJar.screen().lines().count(), otherJar::screen);
    assertTrue(otherJar.error().contains("another jar than it began with (0f, here "));
  }

  private String jar() throws IOException {
    return RunDirectory.open(run()).read().build().sha256();
  }

  private RunnerProcess start(List<String> jvmArguments, String params, String... more)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("Faulty", "-p", params));
    arguments.addAll(List.of("--out", folder.resolve("runs").toString()));
    arguments.addAll(List.of("-f", "1"));
    arguments.addAll(List.of(more));
    return RunnerProcess.start(folder, jvmArguments, arguments.toArray(new String[0]));
  }

  private RunnerProcess resume(List<String> jvmArguments) throws IOException {
    return RunnerProcess.start(folder, jvmArguments, "suite", "--resume", run().toString());
  }

  private Path run() throws IOException {
    return runs().get(0);
  }

  private List<Path> runs() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
      return runs.sorted().toList();
    }
  }
}
