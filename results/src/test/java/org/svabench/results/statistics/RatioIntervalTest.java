package org.svabench.results.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.svabench.results.statistics.RatioInterval.Method;

class RatioIntervalTest {
  @Test
  void anIntervalThatReachesOneShowsNoDifference() {
    assertFalse(of(1.1, 1, 1.2).showsDifference());
    assertFalse(of(0.9, 0.8, 1).showsDifference());
    assertTrue(of(1.1, 1.01, 1.2).showsDifference());
    assertTrue(of(0.9, 0.8, 0.99).showsDifference());
  }

  @Test
  void theLargestDifferenceIsThatOfTheEndFurtherFromOne() {
    assertEquals(0.2, of(1.1, 1, 1.2).largestDifference(), 1e-12);
    assertEquals(0.25, of(0.9, 0.8, 1.1).largestDifference(), 1e-12);
    assertTrue(Double.isNaN(of(1.1, Double.NaN, Double.NaN).largestDifference()));
  }

  @Test
  void anIntervalIsTooWideWhereItShowsNothingAndLeavesMuchPossible() {
    assertTrue(of(1, 0.95, 1.11).tooWide());
    assertTrue(of(1, 0.9, 1.01).tooWide());
    assertFalse(of(1, 0.95, 1.09).tooWide());
    assertFalse(of(1.5, 1.01, 2).tooWide(), "it shows a difference");
    assertFalse(of(1, Double.NaN, Double.NaN).tooWide(), "there is none");
  }

  @Test
  void aTableShowsWhatTheIntervalSupports() {
    assertEquals("x2.51 [2.40, 2.63]", of(2.51, 2.4, 2.63).toString());
    assertEquals("x0.01 [0, 0.01]", of(0.006, 0.0049, 0.005).toString());
    assertEquals("x100 [99.00, 999999]", of(100, 99, 999_999).toString());
    assertEquals("x150 [0, inf]", of(150, 0, 1e6).toString());
  }

  @Test
  void aFootnoteNamesTheMethod() {
    assertTrue(Method.WELCH_T.words().startsWith("Welch's t"));
  }

  private static RatioInterval of(double ratio, double low, double high) {
    return new RatioInterval(ratio, low, high, 4, Method.SIGNED_RANK);
  }
}
