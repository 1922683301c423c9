package org.svabench.results.gate.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.ForkLog;
import org.svabench.results.gate.record.PairKind;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.gate.record.Shape;
import org.svabench.results.gate.record.Window;

class SteadinessTest {
  private static final ForkLog WARM = fork(10, 1.04);
  private static final ForkLog WARMING = fork(10, 1.07);
  private static final ForkLog HOT = fork(10, 1.02);

  private final Steadiness steadiness = new Steadiness();

  /** A fork that was so many times as slow in the first half of its measurement as in the rest. */
  private static ForkLog fork(int measurements, double slow) {
    List<Window> windows = new ArrayList<>();
    for (int i = -10; i < measurements; i++) {
      double nanos = i < 0 ? 5000 : i < measurements / 2 ? 1000 * slow : 1000;
      windows.add(new Window(i >= 0, 0, 0, nanos, nanos, nanos));
    }
    return new ForkLog("ns/op", windows, new TreeMap<>());
  }

  private static PairRecord pair(Shape shape, ForkLog baseline, ForkLog candidate) {
    return Pairs.shaped(shape, Pairs.of(PairKind.MEASURE, Arm.BASELINE, baseline, candidate));
  }

  private boolean rejects(ForkLog baseline, ForkLog candidate) {
    return steadiness.rejects(pair(Pairs.SHAPE, baseline, candidate));
  }

  private boolean rejects(ForkLog baseline, ForkLog candidate, int pairs) {
    boolean rejected = false;
    for (int i = 0; i < pairs; i++) {
      assertFalse(rejected, "before pair " + i);
      rejected = rejects(baseline, candidate);
    }
    return rejected;
  }

  @Test
  void aRowStartsAnewWhereAllOfTheFirstPairsDrift() {
    assertTrue(rejects(WARMING, WARMING, 5));
    assertEquals(new Shape(25, 25, 100), steadiness.shape(Pairs.SHAPE));
  }

  @Test
  void oneSteadyPairOfTheFirstFiveIsEnough() {
    assertFalse(rejects(WARMING, WARMING, 4));
    assertFalse(rejects(WARM, WARM, 1));
    assertFalse(rejects(WARMING, WARMING, 20));
    assertEquals(Optional.empty(), steadiness.finding());
  }

  @Test
  void bothForksOfAPairAreTakenTogether() {
    assertFalse(rejects(WARMING, HOT, 10), "4.5 % on average");
    assertTrue(new Steadiness().shape(Pairs.SHAPE).equals(Pairs.SHAPE));
    Steadiness other = new Steadiness();
    for (int i = 0; i < 4; i++) {
      assertFalse(other.rejects(pair(Pairs.SHAPE, fork(10, 1.12), WARM)));
    }
    assertTrue(other.rejects(pair(Pairs.SHAPE, fork(10, 1.12), WARM)), "8 % on average");
  }

  @Test
  void theWarmUpItselfMayBeAsSlowAsItLikes() {
    assertFalse(rejects(fork(10, 1), fork(10, 1), 10));
  }

  @Test
  void aRowStartsAnewTwiceAtMost() {
    for (Shape next : List.of(new Shape(25, 25, 100), new Shape(50, 50, 100))) {
      assertTrue(rejects(WARMING, WARMING, 5));
      assertEquals(next, steadiness.shape(Pairs.SHAPE));
    }
    assertFalse(rejects(WARMING, WARMING, 10));
    assertTrue(steadiness.finding().orElse("").contains("forks 5.00 times as long"));
  }

  @Test
  void ofTooFewWindowsNothingIsSaid() {
    for (int i = 0; i < 10; i++) {
      assertFalse(steadiness.rejects(pair(new Shape(10, 9, 100), fork(9, 2), fork(9, 2))));
    }
  }
}
