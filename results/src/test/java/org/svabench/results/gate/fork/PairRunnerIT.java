package org.svabench.results.gate.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.ForkLog;
import org.svabench.results.gate.record.Pairing;
import org.svabench.results.gate.record.Shape;
import org.svabench.results.gate.record.Window;
import org.svabench.results.jmh.ResultKey;

class PairRunnerIT {
  private static final Shape SHORT = new Shape(3, 4, 10);

  @TempDir Path folder;

  private Map<Arm, BenchmarkJar> jars() throws Exception {
    BenchmarkJar jar = BenchmarkJar.of("--baseline", Kernels.jar(folder, 100, 16));
    return Map.of(Arm.BASELINE, jar, Arm.CANDIDATE, jar);
  }

  private static ResultKey row(String method, String mode, int threads) {
    return new ResultKey(Kernels.CLASS + "." + method, mode, threads, Map.of());
  }

  private Map<Arm, ForkLog> run(ResultKey row, Pairing pairing, Arm first) throws Exception {
    try (Workshop workshop = Workshop.open()) {
      return runner(workshop).run(pair(row, pairing, first));
    }
  }

  private static PairRunner runner(Workshop workshop) {
    Environment environment = new Environment(Environment.currentJava(), "", List.of());
    return new PairRunner(new Bench(workshop, environment));
  }

  private PairRunner.Pair pair(ResultKey row, Pairing pairing, Arm first) throws Exception {
    return new PairRunner.Pair(row, SHORT, pairing, first, jars(), 0);
  }

  @Test
  void twoForksTakeTurnsWindowByWindow() throws Exception {
    Map<Arm, ForkLog> logs = run(row("work", "avgt", 1), Pairing.TURNSTILE, Arm.CANDIDATE);

    record Turn(Arm arm, Window window) {}
    List<Turn> turns = new ArrayList<>();
    logs.forEach((arm, log) -> log.windows().forEach(w -> turns.add(new Turn(arm, w))));
    turns.sort(Comparator.comparingLong(turn -> turn.window().start()));
    assertEquals(2 * (SHORT.warmups() + SHORT.measurements()), turns.size());
    for (int i = 0; i < turns.size(); i++) {
      assertEquals(i % 2 == 0 ? Arm.CANDIDATE : Arm.BASELINE, turns.get(i).arm(), "turn " + i);
      assertTrue(i == 0 || turns.get(i - 1).window().end() <= turns.get(i).window().start());
    }
    assertEquals("ns/op", logs.get(Arm.BASELINE).unit());
    assertEquals(
        SHORT.measurements(), logs.get(Arm.BASELINE).secondary().get("gc.alloc.rate.norm").length);
  }

  @Test
  void adjacentForksRunOneAfterTheOther() throws Exception {
    Map<Arm, ForkLog> logs = run(row("pair", "avgt", 2), Pairing.ADJACENT, Arm.CANDIDATE);

    List<Window> first = logs.get(Arm.CANDIDATE).windows();
    List<Window> second = logs.get(Arm.BASELINE).windows();
    assertTrue(first.get(first.size() - 1).end() < second.get(0).start());
  }

  @Test
  void aSingleShotBenchmarkGivesOneWindowPerShot() throws Exception {
    Map<Arm, ForkLog> logs = run(row("once", "ss", 1), Pairing.ADJACENT, Arm.BASELINE);

    assertEquals(
        SHORT.measurements(),
        logs.get(Arm.CANDIDATE).windows().stream().filter(Window::measured).count());
  }

  @Test
  void aBenchmarkThatIsNotThereIsACrashThatSaysSo() {
    ForkCrash crash =
        assertThrows(
            ForkCrash.class, () -> run(row("missing", "avgt", 1), Pairing.TURNSTILE, Arm.BASELINE));

    assertTrue(crash.getMessage().contains("No matching benchmarks"), crash.getMessage());
  }

  @Test
  void forksThatTakeTurnsAreMeasuredOnOneCpu() throws Exception {
    assumeForksCanBeKept();
    Map<Arm, ForkLog> logs = run(row("seated", "avgt", 1), Pairing.TURNSTILE, Arm.CANDIDATE);

    assertNotNull(logs.get(Arm.BASELINE).cpu());
    assertEquals(logs.get(Arm.BASELINE).cpu(), logs.get(Arm.CANDIDATE).cpu());
    for (ForkLog log : logs.values()) {
      assertEquals(1, cpus(log));
      assertEquals(
          Runtime.getRuntime().availableProcessors(), last(log, "processors"), "as if it had all");
    }
  }

  @Test
  void whoStartsAThreadWhileItIsMeasuredIsMeasuredAgainAndLeftToTheScheduler() throws Exception {
    assumeForksCanBeKept();
    Map<Arm, ForkLog> logs = run(row("late", "avgt", 1), Pairing.TURNSTILE, Arm.CANDIDATE);

    for (ForkLog log : logs.values()) {
      assertNull(log.cpu());
      assertEquals(Affinity.ofMachine().cpus().size(), cpus(log));
    }
  }

  @Test
  void aForkThatThrowsIsNamedWithWhatItThrewThoughTheOtherEndsToo() {
    for (Arm broken : Arm.values()) {
      ForkCrash crash =
          assertThrows(ForkCrash.class, () -> runWith("explode", broken, broken.other()));

      assertEquals(broken, crash.arm(), crash.getMessage());
      assertTrue(crash.getMessage().contains("a stale entry"), crash.getMessage());
    }
  }

  @Test
  void aForkThatHangsIsNamedThoughTheOtherWentFirst() {
    ForkCrash crash =
        assertThrows(ForkCrash.class, () -> runWith("stall", Arm.CANDIDATE, Arm.BASELINE));

    assertEquals(Arm.CANDIDATE, crash.arm());
    assertTrue(crash.getMessage().startsWith("the candidate's fork hung"), crash.getMessage());
  }

  /** One arm runs this benchmark, the other a good one; who is silent for 4 s is given up. */
  private Map<Arm, ForkLog> runWith(String method, Arm arm, Arm first) throws Exception {
    Map<Arm, ResultKey> rows =
        Map.of(arm, row(method, "avgt", 1), arm.other(), row("work", "avgt", 1));
    try (Workshop workshop = Workshop.open()) {
      Environment environment = new Environment(Environment.currentJava(), "", List.of());
      return new PairRunner(
              new Bench(workshop, environment), Affinity.ofMachine(), Duration.ofSeconds(4))
          .run(new PairRunner.Pair(rows, SHORT, Pairing.TURNSTILE, first, jars(), 0));
    }
  }

  @Test
  void theNextPairIsMeasuredOnTheNextCpu() throws Exception {
    assumeForksCanBeKept();
    List<Integer> all = Affinity.ofMachine().cpus();
    try (Workshop workshop = Workshop.open()) {
      PairRunner runner = runner(workshop);
      for (int pair = 0; pair < 3; pair++) {
        assertEquals(
            all.get(pair % all.size()),
            runner
                .run(pair(row("work", "avgt", 1), Pairing.TURNSTILE, Arm.BASELINE))
                .get(Arm.BASELINE)
                .cpu());
      }
    }
  }

  @Test
  void whoStartsThreadsAllTheTimeIsLeftToTheScheduler() throws Exception {
    assumeForksCanBeKept();
    Map<Arm, ForkLog> logs = run(row("restless", "avgt", 1), Pairing.TURNSTILE, Arm.CANDIDATE);

    for (ForkLog log : logs.values()) {
      assertNull(log.cpu());
      assertEquals(Affinity.ofMachine().cpus().size(), cpus(log));
    }
  }

  @Test
  void adjacentForksAreLeftToTheScheduler() throws Exception {
    assumeForksCanBeKept();
    Map<Arm, ForkLog> logs = run(row("seated", "avgt", 1), Pairing.ADJACENT, Arm.CANDIDATE);

    for (ForkLog log : logs.values()) {
      assertNull(log.cpu());
      assertEquals(Affinity.ofMachine().cpus().size(), cpus(log));
    }
  }

  /** Of the last iteration. */
  private static int cpus(ForkLog log) {
    return last(log, "cpus");
  }

  private static int last(ForkLog log, String counter) {
    double[] counted = log.secondary().get(counter);
    return (int) counted[counted.length - 1];
  }

  private static void assumeForksCanBeKept() throws Exception {
    assumeFalse(Affinity.ofMachine().cpus().isEmpty(), "not Linux, or several NUMA nodes");
    String self = String.valueOf(ProcessHandle.current().pid());
    try {
      Process command = new ProcessBuilder("taskset", "-p", self).start();
      assumeTrue(command.waitFor() == 0, "taskset does not work");
    } catch (IOException missing) {
      abort("taskset is not there");
    }
  }
}
