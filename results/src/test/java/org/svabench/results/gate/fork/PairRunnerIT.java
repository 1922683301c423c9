package org.svabench.results.gate.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
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
      Environment environment = new Environment(Environment.currentJava(), "", List.of());
      return new PairRunner(new Bench(workshop, environment))
          .run(new PairRunner.Pair(row, SHORT, pairing, first, jars(), 0));
    }
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
}
