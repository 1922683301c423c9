package org.svabench.benchmarks.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svabench.benchmarks.jmh.JmhOptions;
import org.svabench.results.run.RowRecord;
import org.svabench.results.run.RunRecord;
import org.svabench.results.run.RunState;

/**
 * Runs of {@code Tiny.counted}, killed and taken up again until they are complete: at random
 * moments, and the moment that a file of the run is there or another than before.
 *
 * <p>It was seen to fail where {@code AtomicFile} writes into the target itself, and where {@code
 * run.json} counts a fork before its file is on the disk. It cannot see a lock that is not held,
 * having one runner for each run: {@code RunDirectoryTest} was seen to.
 */
class KilledRunsIT {
  private static final List<String> OPTIONS =
      List.of("Tiny.counted", "-f", "2", "-p", "design=vtd-6.6,vtd-6.14");
  private static final int CHAINS = 2;

  @TempDir Path folder;

  @BeforeEach
  void processesCanBeLookedAt() {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs Linux' /proc");
  }

  @Test
  void fiftyKillsAtRandomMomentsLoseNothing() throws Exception {
    kill(50, 20261128);
  }

  @Test
  @Tag("nightly")
  void aThousandKillsAtRandomMomentsLoseNothing() throws Exception {
    kill(1000, System.nanoTime());
  }

  private void kill(int kills, long seed) throws Exception {
    ExecutorService chains = Executors.newFixedThreadPool(CHAINS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < CHAINS; i++) {
        Chain chain = new Chain(Files.createDirectory(folder.resolve("chain" + i)), seed + i);
        all.add(chains.submit(() -> chain.run(kills / CHAINS)));
      }
      for (Future<?> chain : all) {
        chain.get();
      }
    } finally {
      chains.shutdownNow();
    }
  }

  /** One run after another, each killed now and again on its way. */
  private static final class Chain {
    private final Plan plan = Plan.of(Suites.selected(options()), options());
    private final Path folder;
    private final long seed;
    private final Random random;
    private final List<String> story = new ArrayList<>();
    private int kills;

    Chain(Path folder, long seed) {
      this.folder = folder;
      this.seed = seed;
      this.random = new Random(seed);
    }

    private static JmhOptions options() {
      return JmhOptions.parse(OPTIONS);
    }

    Void run(int wanted) throws Exception {
      try {
        for (int n = 1; kills < wanted; n++) {
          runToTheEnd(folder.resolve("runs" + n), wanted);
        }
        return null;
      } catch (Exception | AssertionError e) {
        throw new AssertionError("seed " + seed + ": " + String.join(", ", story), e);
      }
    }

    private void runToTheEnd(Path parent, int wanted) throws Exception {
      KeptRun kept = null;
      RunnerProcess runner = start(parent);
      boolean rowFailed = false;
      while (true) {
        if (kills < wanted && kept != null && random.nextInt(3) == 0) {
          if (killAtAWrite(runner, kept)) {
            ended("KILL", runner.end(), runner, kept);
          } else {
            continue;
          }
        } else if (kills < wanted && waitForTheMoment(runner, parent)) {
          kept = kept == null ? runIn(parent) : kept;
          String what = List.of("KILL", "KILL", "INT", "TERM", "fork").get(random.nextInt(5));
          if (what.equals("fork")) {
            rowFailed |= killFork(runner, kept);
            continue;
          }
          story.add(what);
          kills++;
          ended(what, runner.end(what), runner, kept);
        } else {
          int code = runner.end();
          kept = kept == null ? runIn(parent) : kept;
          assertEquals(rowFailed ? 5 : 0, code, runner::screen);
          kept.isWhole(true);
          if (code == 0) {
            kept.isComplete(plan);
            return;
          }
        }
        kept = kept == null ? runIn(parent) : kept;
        rowFailed = false;
        runner =
            kept == null ? start(parent) : RunnerProcess.start(folder, List.of(), resume(parent));
      }
    }

    /** As soon as a file is there or another than before; false where the run ended before. */
    private boolean killAtAWrite(RunnerProcess runner, KeptRun kept) throws IOException {
      String file = List.of("forks", "run.json", "jmh.json", "latency").get(random.nextInt(4));
      Map<Path, FileTime> before = kept.written(file);
      if (!runner.killWhen(() -> !kept.written(file).equals(before))) {
        return false;
      }
      story.add("KILL at " + file);
      kills++;
      return true;
    }

    /** False where the run ended before. */
    private boolean waitForTheMoment(RunnerProcess runner, Path parent) throws Exception {
      int more = random.nextInt(3);
      int forks = forksIn(parent) + more;
      while (runner.alive() && forksIn(parent) < forks) {
        Thread.sleep(5);
      }
      Thread.sleep(random.nextInt(more == 0 ? 2000 : 700));
      return runner.alive();
    }

    private void ended(String signal, int code, RunnerProcess runner, KeptRun kept)
        throws IOException {
      if (code == 0 || code == 5) {
        // It had nothing left to do when the signal came.
        return;
      }
      assertEquals(signal.equals("KILL") ? 137 : signal.equals("INT") ? 130 : 143, code);
      if (kept == null) {
        return;
      }
      boolean toldSo = !signal.equals("KILL") && runner.screen().contains("Stopped with");
      kept.isWhole(toldSo);
      if (toldSo) {
        RunRecord record = kept.record();
        assertEquals(RunState.INTERRUPTED, record.state());
        assertEquals("ended by a signal", record.reason());
      }
    }

    /** Whether its row failed for it; a fork that has just ended cannot be killed any more. */
    private boolean killFork(RunnerProcess runner, KeptRun kept) throws Exception {
      List<ProcessHandle> forks = runner.forks();
      if (kept == null || forks.isEmpty()) {
        return false;
      }
      int done = kept.forks();
      long failed = failures(kept);
      story.add("fork");
      kills++;
      forks.get(0).destroyForcibly();
      while (runner.alive() && kept.forks() == done && failures(kept) == failed) {
        Thread.sleep(5);
      }
      if (failures(kept) == failed) {
        return false;
      }
      for (RowRecord row : kept.record().rows()) {
        if (row.failure() != null) {
          assertEquals("the fork's JVM was ended by signal 9 (kill)", row.failure());
        }
      }
      assertTrue(runner.screen().contains("FAILED: the fork's JVM was ended by signal 9"));
      return true;
    }

    private static long failures(KeptRun kept) {
      return kept.record().rows().stream().filter(row -> row.failure() != null).count();
    }

    private RunnerProcess start(Path parent) throws IOException {
      List<String> arguments = new ArrayList<>(OPTIONS);
      arguments.addAll(List.of("--out", parent.toString()));
      return RunnerProcess.start(folder, List.of(), arguments.toArray(new String[0]));
    }

    private static String[] resume(Path parent) throws IOException {
      return new String[] {"suite", "--resume", folders(parent).get(0).toString()};
    }

    /** Null where the runner has not come so far; a folder without run.json holds nothing. */
    private static KeptRun runIn(Path parent) throws IOException {
      List<Path> runs = folders(parent);
      assertTrue(runs.size() <= 1, runs::toString);
      return runs.isEmpty() ? null : new KeptRun(runs.get(0));
    }

    private static int forksIn(Path parent) throws IOException {
      KeptRun run = runIn(parent);
      return run == null ? 0 : run.forks();
    }

    private static List<Path> folders(Path parent) throws IOException {
      if (!Files.isDirectory(parent)) {
        return List.of();
      }
      try (Stream<Path> runs = Files.list(parent)) {
        return runs.filter(run -> Files.exists(run.resolve("run.json"))).toList();
      }
    }
  }
}
