package org.svabench.results.gate.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MarginTest {
  private static final Margin USUAL = new Margin(0.05, 0.01);

  @Test
  void aMarginIsWidenedInProportionToTheLeastTimeThatMatters() {
    Margin wide = USUAL.atLeast(0.5, 2);

    assertEquals(0.25, wide.tolerance(), 1e-12);
    assertEquals(0.05, wide.floor(), 1e-12);
  }

  @Test
  void aMarginOfMoreTimeThanMattersStays() {
    assertSame(USUAL, USUAL.atLeast(0.5, 1000));
    assertSame(USUAL, USUAL.atLeast(0.5, 10));
  }

  @Test
  void whatWasNotSaidIsAsUsual() {
    assertEquals(new Margin(0.2, 0.01), new Margin(0.2, Double.NaN).orElse(USUAL));
    assertEquals(new Margin(0.05, 0.02), new Margin(Double.NaN, 0.02).orElse(USUAL));
  }

  @Test
  void boundsAreComparedInLogs() {
    assertEquals(Math.log(1.05), USUAL.logTolerance(), 1e-15);
    assertEquals(Math.log(1.01), USUAL.logFloor(), 1e-15);
  }

  @Test
  void aRowsOwnMarginIsOfItsTypicalTimeOnly() {
    Rules rules = Rules.standard().withTypical(USUAL, Map.of("Kernels.work", new Margin(0.2, 0.1)));

    assertEquals(0.2, rules.margin(Pairs.ROW, Metric.TYPICAL, 1000).tolerance());
    assertEquals(0.10, rules.margin(Pairs.ROW, Metric.MEAN, 1000).tolerance());
    assertEquals(0.25, rules.margin(Pairs.ROW, Metric.MEAN, 2).tolerance());
  }
}
