package org.svabench.benchmarks.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.svabench.results.input.BadInput;

class ArrivalsTest {
  @Test
  void intendedStartsFollowFromTheRateAloneHoweverLateTheCallsAre() {
    Schedule schedule = new Schedule(Gaps.CONSTANT, 1);
    schedule.begin(1_000, 100);

    List<Long> intended = new ArrayList<>();
    for (int call = 0; call < 5; call++) {
      intended.add(schedule.intended());
      schedule.advance(); // whatever the clock says by now
    }

    assertEquals(List.of(1_000L, 1_100L, 1_200L, 1_300L, 1_400L), intended);
  }

  @Test
  void gapsThatAreNoWholeNanosecondsDoNotDrift() {
    Schedule schedule = new Schedule(Gaps.CONSTANT, 1);
    schedule.begin(0, 1e9 / 3e6);
    for (int call = 0; call < 3_000_000; call++) {
      schedule.advance();
    }

    assertEquals(1_000_000_000L, schedule.intended(), 1);
  }

  @Test
  void poissonGapsHaveTheMeanAndTheSpreadOfAnExponentialAndFollowFromTheSeed() {
    long seed = 7;
    int calls = 100_000;
    Schedule schedule = new Schedule(Gaps.POISSON, seed);
    Schedule twin = new Schedule(Gaps.POISSON, seed);
    schedule.begin(0, 1_000);
    twin.begin(0, 1_000);
    double squares = 0;
    for (int call = 0; call < calls; call++) {
      long before = schedule.intended();
      schedule.advance();
      twin.advance();
      double gap = schedule.intended() - before;
      squares += gap * gap;
    }

    assertEquals(schedule.intended(), twin.intended());
    assertEquals(1_000, schedule.intended() / (double) calls, 20, "seed " + seed);
    assertEquals(2e6, squares / calls, 1e5, "seed " + seed);
  }

  @Test
  void callsThatWereDueAndNotMadeAreCounted() {
    Schedule schedule = new Schedule(Gaps.CONSTANT, 1);
    schedule.begin(0, 100);

    assertEquals(0, schedule.overdue(-1));
    assertEquals(1, schedule.overdue(0));
    assertEquals(11, schedule.overdue(1_000));
    schedule.advance();
    assertEquals(10, schedule.overdue(1_000));
  }

  @Test
  void aThreadThatHangsInItsLastCallMissesWhatFallsDueUntilTheWindowEnds() {
    Schedule schedule = new Schedule(Gaps.CONSTANT, 1);
    schedule.begin(0, 100);
    for (int call = 0; call < 5; call++) {
      schedule.advance();
    }

    assertEquals(100, schedule.reached(5, 450));
    assertEquals(50, schedule.reached(5, 900));
  }

  @Test
  void aRateIsAShareOfSaturationOrOperationsASecond() {
    assertEquals(250, Rate.of("25%").perSecond(1_000));
    assertEquals(125.5, Rate.of("125.5").perSecond(Double.NaN));
  }

  @Test
  void aShareOfASaturationThatWasNotMeasuredIsRefused() {
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> Rate.of("25%").perSecond(0));

    assertTrue(refused.getMessage().contains("needs a warm-up iteration"), refused.getMessage());
  }

  @Test
  void whatIsNoRateAndNoSpacingIsRefusedInOneLine() {
    assertEquals(
        "-p rate=fast: must be above 0: N% of the measured saturation, or N operations a second",
        assertThrows(BadInput.class, () -> Rate.of("fast")).getMessage());
    assertThrows(BadInput.class, () -> Rate.of("0%"));
    assertEquals(
        "-p gaps=poison: no such spacing; nearest: poisson",
        assertThrows(BadInput.class, () -> Gaps.of("poison")).getMessage());
  }
}
