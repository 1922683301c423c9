package org.svabench.results.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SplitTest {
  private static final double[] TWO_LEVELS = {1, 1.01, 1.02, 1.5};

  @Test
  void ofAFewValuesOneMakesAGroup() {
    assertEquals(3, Split.of(TWO_LEVELS, 0.1, 0));
    assertEquals(1, Split.of(new double[] {1, 1.5}, 0.1, 0));
    assertEquals(0, Split.of(new double[] {1}, 0.1, 0));
  }

  @Test
  void ofManyValuesOneIsNoGroup() {
    double[] many = new double[20];
    for (int i = 0; i < many.length; i++) {
      many[i] = i < 19 ? 0.01 * i : 2;
    }
    assertEquals(0, Split.of(many, 0.1, 0));
    for (int i = 15; i < 20; i++) {
      many[i] = 2;
    }
    assertEquals(15, Split.of(many, 0.1, 0));
  }

  @Test
  void aGapIsOneOnlyAgainstWhatIsKnownOfTheValuesAndWhatIsAskedFor() {
    assertEquals(0, Split.of(TWO_LEVELS, 0.5, 0));
    assertEquals(0, Split.of(TWO_LEVELS, 0.1, 0.2));
    assertEquals(0, Split.of(new double[] {1, 1.2, 1.4, 1.7}, 0.1, 0));
  }

  @Test
  void atItsLimitsAGapIsNone() {
    assertEquals(0, Split.of(new double[] {1, 1.5}, 0.5, 0), "as large as asked for");
    assertEquals(0, Split.of(new double[] {1, 4}, 1, 1), "three times the noise");
    assertEquals(0, Split.of(new double[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 0.1, 0), "ten are many");
    assertEquals(8, Split.of(new double[] {0, 0, 0, 0, 0, 0, 0, 0, 1}, 0.1, 0), "nine are few");
  }
}
