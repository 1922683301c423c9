package org.svabench.benchmarks.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.BenchmarkResult;
import org.svabench.benchmarks.jmh.JmhOptions;
import org.svabench.results.doctor.ForkWatch;
import org.svabench.results.jmh.JmhJson;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.run.BuildRecord;
import org.svabench.results.run.JavaRecord;
import org.svabench.results.run.MachineProbe;
import org.svabench.results.run.RowRecord;
import org.svabench.results.run.RunDirectory;
import org.svabench.results.run.RunRecord;
import org.svabench.results.run.RunState;
import org.svabench.results.run.SuiteRecord;

class SuiteRunIT {
  private static final int ROUNDS = 3;
  private static final long SEED = 5;

  private final Suite suite = FixtureSuite.of(ROUNDS, FixtureSuite.COUNTED);
  private final Plan plan = Plan.of(suite, JmhOptions.parse(List.of()));
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

  @TempDir Path folder;
  private RunDirectory directory;

  @BeforeEach
  void newRun() {
    directory = RunDirectory.create(folder, "x", Instant.parse("2026-11-22T07:45:00Z"));
  }

  @Test
  void aFinishedRunHoldsEveryForkOfEveryRow() throws Exception {
    FakeForks forks = new FakeForks();

    assertEquals(RunState.FINISHED, run(forks).run());

    assertEquals(18, forks.ran.size());
    assertEquals(plan.turns(1, SEED), forks.ran.subList(0, 6));
    assertEquals(plan.turns(2, SEED), forks.ran.subList(6, 12));
    List<JmhResult> results = JmhJson.read(directory.path());
    assertEquals(6, results.size());
    for (JmhResult result : results) {
      assertEquals(ROUNDS, result.forks());
      assertEquals(ROUNDS, result.primary().rawData().length);
    }
    RunRecord record = directory.read();
    assertEquals(RunState.FINISHED, record.state());
    assertNull(record.reason());
    assertTrue(Files.readString(directory.path().resolve("summary.md")).contains("spr-1s-dsa"));
  }

  @Test
  void forkNOfEveryRowIsThatOfRoundN() throws Exception {
    FakeForks forks = new FakeForks();
    run(forks).run();

    for (JmhResult result : JmhJson.read(directory.path())) {
      for (int round = 1; round <= ROUNDS; round++) {
        Row row = forks.ran.get((int) result.primary().rawData()[round - 1][0] - 1);
        assertEquals(result.params().get("design"), row.params().get("design"));
        assertTrue(plan.turns(round, SEED).contains(row));
      }
    }
  }

  @Test
  void aRunKilledAfterAnyForkKeepsItAndIsFinishedWithoutRepeating() throws Exception {
    String whole = null;
    for (int killedAfter : new int[] {0, 1, 6, 11, 17, 18}) {
      directory =
          RunDirectory.create(folder, "k" + killedAfter, Instant.parse("2026-11-22T07:45:00Z"));
      KilledAfter first = new KilledAfter(killedAfter);
      if (killedAfter < 18) {
        assertThrows(Killed.class, () -> run(first).run());
        assertEquals(RunState.RUNNING, directory.read().state());
      } else {
        run(first).run();
      }
      assertEquals(killedAfter, forksIn(directory.read()));

      FakeForks rest = new FakeForks();
      SuiteRun resumed = run(rest);
      resumed.takeUp(files().forks().all());
      resumed.run();

      assertEquals(18 - killedAfter, rest.ran.size());
      HashSet<Row> both = new HashSet<>(first.ran);
      both.addAll(rest.ran);
      assertEquals(new HashSet<>(plan.rows()), both);
      assertEquals(RunState.FINISHED, directory.read().state());
      assertEquals(18, forksIn(directory.read()));
      if (killedAfter == 0) {
        whole = Files.readString(directory.jmhJson());
      } else if (killedAfter == 18) {
        assertEquals(whole, Files.readString(directory.jmhJson()));
      }
    }
  }

  @Test
  void aForkKeptJustBeforeAKillIsInEveryFileOnceTheRunIsTakenUp() throws Exception {
    run(new FakeForks()).run();
    Files.delete(directory.jmhJson());
    Files.delete(directory.path().resolve("summary.md"));
    FakeForks forks = new FakeForks();

    SuiteRun resumed = run(forks);
    resumed.takeUp(files().forks().all());
    resumed.run();

    assertEquals(0, forks.ran.size());
    assertEquals(6, JmhJson.read(directory.path()).size());
    assertTrue(Files.exists(directory.path().resolve("summary.md")));
  }

  @Test
  void aRowThatFailsIsGivenUpAndTheOthersGoOn() throws Exception {
    FakeForks forks =
        new FakeForks() {
          @Override
          public BenchmarkResult run(Row row) throws ForkFailed {
            if (row.params().get("design").equals("vtd-6.8") && ran.size() > 6) {
              throw ForkFailed.ofRow("this design never works");
            }
            return super.run(row);
          }
        };

    assertEquals(RunState.FAILED, run(forks).run());

    for (RowRecord row : directory.read().rows()) {
      boolean b = row.params().get("design").equals("vtd-6.8");
      assertEquals(b ? "this design never works" : null, row.failure());
      assertEquals(b ? 1 : 3, row.forks().size(), row.toString());
    }
    assertEquals(6, JmhJson.read(directory.path()).size());
    assertEquals(
        2,
        screen.toString(StandardCharsets.UTF_8).lines().filter(l -> l.contains("FAILED")).count());
  }

  @Test
  void aFailedRowIsTriedAgainWhenTheRunIsTakenUp() throws Exception {
    run(row -> {
          throw ForkFailed.ofRow("no");
        })
        .run();
    FakeForks forks = new FakeForks();

    SuiteRun resumed = run(forks);
    resumed.takeUp(files().forks().all());

    assertEquals(RunState.FINISHED, resumed.run());
    assertEquals(18, forks.ran.size());
  }

  @Test
  void aFailureOfTheMachineEndsTheRunAndSaysWhy() throws Exception {
    ForkRunner locked =
        row -> {
          throw ForkFailed.ofRun("another JMH run is under way");
        };

    assertThrows(ForkFailed.class, () -> run(locked).run());

    assertEquals(RunState.INTERRUPTED, directory.read().state());
    assertEquals("another JMH run is under way", directory.read().reason());
  }

  @Test
  void aRunStoppedFromOutsideSaysSoAndWritesNoMore() throws Exception {
    SuiteRun[] run = new SuiteRun[1];
    FakeForks stopping =
        new FakeForks() {
          @Override
          public BenchmarkResult run(Row row) throws ForkFailed {
            if (ran.size() == 4) {
              assertTrue(run[0].stop("ended by a signal"));
            }
            return super.run(row);
          }
        };
    run[0] = run(stopping);
    Thread running =
        new Thread(
            () -> {
              try {
                run[0].run();
              } catch (ForkFailed e) {
                throw new AssertionError(e);
              }
            });
    running.setDaemon(true);
    running.start();
    while (running.getState() != Thread.State.WAITING) {
      assertTrue(running.isAlive(), "the JVM is about to end, and the run must wait for that");
      Thread.sleep(5);
    }

    assertEquals(5, stopping.ran.size());
    assertEquals(RunState.INTERRUPTED, directory.read().state());
    assertEquals("ended by a signal", directory.read().reason());
    assertEquals(4, forksIn(directory.read()));
    assertFalse(run[0].stop("again"));
  }

  @Test
  void forksOfRowsThatAreNotPlannedAreLeft() throws Exception {
    run(new FakeForks()).run();
    Plan less = Plan.of(suite, JmhOptions.parse(List.of("-p", "design=vtd-6.6")));
    FakeForks forks = new FakeForks();

    SuiteRun run = new SuiteRun(less, SEED, files(), forks, progress(), watch());
    run.takeUp(files().forks().all());
    run.run();

    assertEquals(0, forks.ran.size());
    assertEquals(2, directory.read().rows().size());
  }

  private SuiteRun run(ForkRunner forks) {
    return new SuiteRun(plan, SEED, files(), forks, progress(), watch());
  }

  private ForkWatch watch() {
    return new ForkWatch(new MachineProbe(folder), () -> 1);
  }

  private Progress progress() {
    return new ScreenProgress(new PrintStream(screen, true, StandardCharsets.UTF_8), false);
  }

  private RunFiles files() {
    return new RunFiles(
        directory,
        new RunRecord(
            RunRecord.SCHEMA_VERSION,
            "x",
            RunState.RUNNING,
            null,
            "2026-11-22T07:45:00Z",
            "2026-11-22T07:45:00Z",
            new SuiteRecord("fixture", List.of(), SEED, suite.comparison(), null),
            new BuildRecord("1", "abc", "00"),
            new MachineProbe(folder).machine(),
            JavaRecord.current(),
            List.of(),
            List.of()));
  }

  private static int forksIn(RunRecord record) {
    return record.rows().stream().mapToInt(row -> row.forks().size()).sum();
  }

  /** A kill, as far as one JVM can be killed inside itself: nothing handles it. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static final class KilledAfter extends FakeForks {
    private final int forks;

    KilledAfter(int forks) {
      this.forks = forks;
    }

    @Override
    public BenchmarkResult run(Row row) throws ForkFailed {
      if (ran.size() == forks) {
        throw new Killed();
      }
      return super.run(row);
    }
  }
}
