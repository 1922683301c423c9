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
  private static final ForkLog WARM = fork(10, 10, 1.04);
  private static final ForkLog WARMING = fork(10, 10, 1.06);

  private final Steadiness steadiness = new Steadiness();

  /** A fork whose late warm-up was so many times as slow as its measurement. */
  private static ForkLog fork(int warmups, int measurements, double slow) {
    List<Window> windows = new ArrayList<>();
    for (int i = 0; i < warmups + measurements; i++) {
      double nanos = i < warmups / 2 ? 5000 : i < warmups ? 1000 * slow : 1000;
      windows.add(new Window(i >= warmups, 0, 0, nanos, nanos, nanos));
    }
    return new ForkLog("ns/op", windows, new TreeMap<>());
  }

  private static PairRecord pair(Shape shape, ForkLog baseline, ForkLog candidate) {
    PairRecord pair = Pairs.of(PairKind.MEASURE, Arm.BASELINE, baseline, candidate);
    return new PairRecord(
        1,
        pair.row(),
        pair.kind(),
        pair.pairing(),
        shape,
        pair.first(),
        pair.startedAt(),
        0,
        0,
        0,
        null,
        pair.forks());
  }

  private boolean rejects(ForkLog baseline, ForkLog candidate) {
    return steadiness.rejects(pair(Pairs.SHAPE, baseline, candidate));
  }

  @Test
  void halfTheForksMayDriftMoreMayNot() {
    assertFalse(rejects(WARMING, WARM));
    assertFalse(rejects(WARMING, WARM), "two of four");

    Steadiness other = new Steadiness();
    assertFalse(other.rejects(pair(Pairs.SHAPE, WARMING, WARMING)));
    assertTrue(other.rejects(pair(Pairs.SHAPE, WARMING, WARM)), "three of four");
  }

  @Test
  void onlyTheFirstPairsAreLookedAt() {
    assertFalse(rejects(WARM, WARM));
    assertFalse(rejects(WARM, WARM));
    assertFalse(rejects(WARMING, WARMING));
    assertFalse(rejects(WARMING, WARMING));
    assertEquals(Optional.empty(), steadiness.finding());
  }

  @Test
  void aRowStartsAnewWithLongerForksTwiceAtMost() {
    for (Shape next : List.of(new Shape(25, 25, 100), new Shape(50, 50, 100))) {
      assertFalse(rejects(WARMING, WARMING));
      assertTrue(rejects(WARMING, WARMING));
      assertEquals(next, steadiness.shape(Pairs.SHAPE));
    }
    assertFalse(rejects(WARMING, WARMING));
    assertFalse(rejects(WARMING, WARMING));
    assertTrue(steadiness.finding().orElse("").contains("forks 5.00 times as long"));
  }

  @Test
  void ofTooFewWindowsNothingIsSaid() {
    for (int i = 0; i < 3; i++) {
      assertFalse(steadiness.rejects(pair(new Shape(9, 10, 100), fork(9, 10, 2), fork(9, 10, 2))));
      assertFalse(steadiness.rejects(pair(new Shape(10, 9, 100), fork(10, 9, 2), fork(10, 9, 2))));
    }
  }
}
