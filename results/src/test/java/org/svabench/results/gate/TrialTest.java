package org.svabench.results.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.ForkLog;
import org.svabench.results.gate.record.PairKind;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.gate.record.Pairing;
import org.svabench.results.gate.verdict.GateVerdict;
import org.svabench.results.gate.verdict.Pairs;

class TrialTest {
  private static Trial trial() {
    return new Trial(
        Plans.of(
            List.of(
                new GatePlan.Row(
                    Pairs.ROW, Pairing.TURNSTILE, Pairs.SHAPE, null, null, null, false))));
  }

  private static PairRecord pair(Integer cpu) {
    ForkLog fork = Pairs.on(cpu, Pairs.fork("ns/op", i -> 1000));
    return Pairs.of(PairKind.MEASURE, Arm.BASELINE, fork, fork);
  }

  private static GateVerdict after(PairRecord... pairs) {
    Trial trial = trial();
    for (PairRecord pair : pairs) {
      trial.add(pair);
    }
    return trial.verdict();
  }

  private static String remarks(PairRecord... pairs) {
    return String.join("; ", after(pairs).rows().get(0).findings());
  }

  @Test
  void aRowSaysHowManyOfItsPairsWereMeasuredOnAnyCpu() {
    assertFalse(remarks(pair(1), pair(0)).contains("ANY CPU"));
    assertTrue(remarks(pair(1), pair(null)).contains("ANY CPU: 1 of 2 pairs were not kept"));
  }

  @Test
  void whereNoForkCanBeKeptOnOneCpuItIsSaidOnceForAllRows() {
    assertEquals(List.of(), after(pair(1), pair(null)).notes());
    GateVerdict nowhere = after(pair(null), pair(null));
    assertEquals(1, nowhere.notes().size());
    assertTrue(nowhere.notes().get(0).startsWith("ANY CPU: no forks were kept"));
    assertFalse(remarks(pair(null)).contains("ANY CPU"));
  }

  @Test
  void whatTheForksThemselvesKeepBusyIsNoOtherProcess() {
    String own = remarks(Pairs.busy(pair(0), 2.6, 0.01));
    assertFalse(own.contains("busy"), own);
    assertTrue(
        remarks(Pairs.busy(pair(0), 0.5, 0.8)).contains("other processes kept 0.8 CPUs busy"));
  }

  @Test
  void whereOtherProcessesWereNotCountedTheLoadIsABadSign() {
    assertTrue(
        remarks(Pairs.busy(pair(0), 2.6, null)).contains("other processes kept 1.6 CPUs busy"));
  }
}
