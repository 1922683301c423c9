package org.svabench.results.gate.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.ForkLog;
import org.svabench.results.gate.record.PairKind;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.jmh.ResultKey;

class AllocatedTest {
  private static final double HARNESS = 5760;
  private static final double MICROSECOND = 1000;

  private static ForkLog fork(double nanos, double bytes) {
    double operations = 100e6 / nanos;
    return Pairs.with(
        Pairs.fork("ns/op", i -> nanos), "gc.alloc.rate.norm", bytes + HARNESS / operations);
  }

  private static ExactVerdict judge(double nanos, double[]... levels) {
    List<PairRecord> pairs = new ArrayList<>();
    for (double[] level : levels) {
      pairs.add(
          Pairs.of(PairKind.EXACT, Arm.BASELINE, fork(nanos, level[0]), fork(nanos, level[1])));
    }
    return new Allocated(HARNESS, Pairs.ROW).judge(pairs).orElseThrow();
  }

  @Test
  void theHarnessOwnBytesAreTakenOff() {
    ExactVerdict verdict = judge(MICROSECOND, new double[] {24, 24});

    assertEquals(24, verdict.baseline());
    assertEquals(Outcome.PASS, verdict.outcome());
    assertEquals("the same", verdict.why());
  }

  @Test
  void eightBytesMoreInEachOfThreePairsFail() {
    double[] more = {24, 32};

    assertEquals(Outcome.INCONCLUSIVE, judge(MICROSECOND, more).outcome());
    assertEquals(Outcome.FAIL, judge(MICROSECOND, more, more, more).outcome());
  }

  @Test
  void lessIsAPassThatSaysSo() {
    assertEquals("less", judge(MICROSECOND, new double[] {32, 24}).why());
  }

  @Test
  void levelsThatBothSidesHaveAreALotteryAndNoRegression() {
    ExactVerdict verdict =
        judge(MICROSECOND, new double[] {0, 24}, new double[] {24, 0}, new double[] {0, 0});

    assertEquals(Outcome.PASS, verdict.outcome(), verdict.toString());
    assertTrue(verdict.why().contains("BIMODAL"), verdict.why());
  }

  @Test
  void aLevelThatOnlyTheCandidateHasSometimesIsUndecided() {
    ExactVerdict verdict =
        judge(MICROSECOND, new double[] {0, 24}, new double[] {0, 0}, new double[] {0, 0});

    assertEquals(Outcome.INCONCLUSIVE, verdict.outcome(), verdict.toString());
  }

  /** Ten operations a window: the harness' own spread is 150 bytes of each. */
  @Test
  void whatTheHarnessItselfVariesByIsNoRegressionOfALongOperation() {
    double tenMilliseconds = 10e6;
    double[] jitter = {1000, 1100};
    double[] real = {1000, 1400};

    assertEquals(Outcome.PASS, judge(tenMilliseconds, jitter, jitter, jitter).outcome());
    assertEquals(Outcome.FAIL, judge(tenMilliseconds, real, real, real).outcome());
  }

  @Test
  void aSingleShotIsOneOperation() {
    Allocated allocated =
        new Allocated(HARNESS, new ResultKey("demo.Kernels.once", "ss", 1, Map.of()));

    assertEquals(1, allocated.operations(Pairs.fork("ms/op", i -> 0.2), Pairs.SHAPE));
  }

  @Test
  void fourThreadsMakeFourTimesTheOperations() {
    Allocated one = new Allocated(0, Pairs.ROW);
    Allocated four = new Allocated(0, new ResultKey("demo.Kernels.pair", "avgt", 4, Map.of()));
    ForkLog fork = Pairs.fork("ns/op", i -> MICROSECOND);

    assertEquals(4 * one.operations(fork, Pairs.SHAPE), four.operations(fork, Pairs.SHAPE), 1e-6);
  }
}
