package org.svabench.results.gate.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.ForkLog;
import org.svabench.results.gate.record.PairKind;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.gate.record.Pairing;
import org.svabench.results.gate.record.Window;

class PairDifferenceTest {
  /** Measured windows 1 to 10 times as long as this; those of the warm-up do not count. */
  private static ForkLog rising(double nanos) {
    return Pairs.fork("ns/op", i -> i < 10 ? 1e9 : nanos * (i - 9));
  }

  private static ForkLog falling(double nanos) {
    return Pairs.fork("ns/op", i -> i < 10 ? 1e9 : nanos * (20 - i));
  }

  private static PairRecord pair(Pairing pairing, ForkLog baseline, ForkLog candidate) {
    return Pairs.paired(pairing, Pairs.of(PairKind.MEASURE, Arm.CANDIDATE, baseline, candidate));
  }

  private static double ratio(PairDifference difference, Metric metric) {
    return Math.exp(difference.logs().get(metric));
  }

  @Test
  void byTurnstileWindowsAreComparedWithTheirNeighbours() {
    PairDifference same =
        PairDifference.of(pair(Pairing.TURNSTILE, rising(100), rising(120)), false);
    // Ratios 9, 8/2, 7/3, 6/4 and so on, and their inverses: as many on either side of 1.
    PairDifference crossed =
        PairDifference.of(pair(Pairing.TURNSTILE, rising(100), falling(100)), false);

    assertEquals(1.2, ratio(same, Metric.TYPICAL), 1e-9);
    assertEquals(1, ratio(crossed, Metric.TYPICAL), 1e-9);
    assertEquals(Arm.CANDIDATE, same.first());
  }

  /** The machine gets slower whenever the baseline hands over, and never when it takes over. */
  @Test
  void aWindowIsHeldAgainstTheOneBeforeItAndTheOneAfterIt() {
    PairRecord pair =
        Pairs.of(
            PairKind.MEASURE,
            Arm.BASELINE,
            Pairs.fork("ns/op", i -> Math.pow(1.1, Math.max(0, i - 11))),
            Pairs.fork("ns/op", i -> Math.pow(1.1, i - 10)));

    // 9 of 10 windows are slower than the one before them, and none than the one after.
    assertEquals(1, ratio(PairDifference.of(pair, false), Metric.TYPICAL), 1e-9);
  }

  @Test
  void aSteadyDriftFavoursWhoStartsSoThatBalancedOrdersCancelIt() {
    for (Arm first : Arm.values()) {
      PairRecord drifting =
          Pairs.of(
              PairKind.MEASURE,
              first,
              Pairs.fork("ns/op", i -> Math.exp(0.01 * (2 * i + first.ordinal()))),
              Pairs.fork("ns/op", i -> Math.exp(0.01 * (2 * i + 1 - first.ordinal()))));
      double log = PairDifference.of(drifting, false).logs().get(Metric.TYPICAL);
      assertEquals(first == Arm.BASELINE ? 0.01 : -0.01, log, 1e-9);
    }
  }

  @Test
  void forksOneAfterTheOtherAreComparedByTheirGoodWindows() {
    PairDifference difference =
        PairDifference.of(pair(Pairing.ADJACENT, rising(100), falling(130)), false);

    assertEquals(1.3, ratio(difference, Metric.TYPICAL), 1e-9);
    // The 10th percentile of 1 to 10 is 1.1.
    assertEquals(110, Math.exp(difference.level().get(Arm.BASELINE)), 1e-9);
    assertEquals(143, Math.exp(difference.level().get(Arm.CANDIDATE)), 1e-9);
  }

  @Test
  void theMeanAndTheUpperWindowsAreMetricsOfTheirOwn() {
    ForkLog level = Pairs.fork("ns/op", i -> 100);
    ForkLog spiked = Pairs.fork("ns/op", i -> i >= 18 ? 600 : 100);

    PairDifference difference = PairDifference.of(pair(Pairing.TURNSTILE, level, spiked), false);

    assertEquals(1, ratio(difference, Metric.TYPICAL), 1e-9);
    assertEquals(2, ratio(difference, Metric.MEAN), 1e-9);
    assertEquals(6, ratio(difference, Metric.UPPER), 1e-9);
    assertFalse(difference.logs().containsKey(Metric.P99));
  }

  @Test
  void samplesAreComparedByMedianMeanAndTail() {
    PairDifference difference =
        PairDifference.of(
            pair(Pairing.TURNSTILE, sampled(100, 120, 500), sampled(110, 180, 1500)), true);

    assertEquals(1.1, ratio(difference, Metric.TYPICAL), 1e-9);
    assertEquals(1.5, ratio(difference, Metric.MEAN), 1e-9);
    assertEquals(1.5, ratio(difference, Metric.UPPER), 1e-9);
    assertEquals(3, ratio(difference, Metric.P99), 1e-9);
    assertEquals(100, Math.exp(difference.level().get(Arm.BASELINE)), 1e-9);
  }

  @Test
  void whatIsNotFiniteIsLeftOut() {
    ForkLog endless = Pairs.fork("ns/op", i -> i == 15 ? Double.POSITIVE_INFINITY : 100);

    PairDifference difference =
        PairDifference.of(pair(Pairing.TURNSTILE, Pairs.fork("ns/op", i -> 100), endless), false);

    assertEquals(1, ratio(difference, Metric.TYPICAL), 1e-9);
    assertFalse(difference.logs().containsKey(Metric.MEAN));
  }

  @Test
  void windowsWithoutANeighbourAreLeftOut() {
    ForkLog whole = rising(100);
    ForkLog cut = new ForkLog(whole.unit(), whole.windows().subList(0, 15), new TreeMap<>());

    assertEquals(
        1,
        ratio(PairDifference.of(pair(Pairing.TURNSTILE, whole, cut), false), Metric.TYPICAL),
        1e-9);
  }

  private static ForkLog sampled(double median, double mean, double p99) {
    List<Window> windows =
        new ArrayList<>(Collections.nCopies(10, new Window(false, 0, 0, 1, 1, 1)));
    windows.addAll(Collections.nCopies(10, new Window(true, 0, 0, mean, median, p99)));
    return new ForkLog("ns/op", windows, new TreeMap<>());
  }
}
