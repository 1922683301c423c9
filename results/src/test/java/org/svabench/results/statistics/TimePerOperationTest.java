package org.svabench.results.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TimePerOperationTest {
  @Test
  void aTimeIsBroughtToNanoseconds() {
    assertEquals(7, TimePerOperation.nanos("ns/op", 7));
    assertEquals(7000, TimePerOperation.nanos("us/op", 7));
  }

  @Test
  void aThroughputIsTheTimeBetweenTwoCompletions() {
    assertEquals(250, TimePerOperation.nanos("ops/us", 4));
    assertEquals(5e8, TimePerOperation.nanos("ops/s", 2));
  }

  @Test
  void whatIsNoTimeStaysAScoreOfWhichLessIsBetter() {
    assertEquals(24, TimePerOperation.nanos("B/op", 24));
    assertEquals(0.25, TimePerOperation.nanos("ops/run", 4));
  }
}
