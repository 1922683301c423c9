package org.svabench.results.gate.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.PairKind;

class RulesTest {
  @Test
  void aRowThatNoExpressionNamesHasTheUsualMargin() {
    Rules rules =
        Rules.standard().withTypical(new Margin(0.04, 0.01), Map.of("Other", new Margin(1, 1)));

    assertEquals(0.04, rules.margin(Pairs.ROW, Metric.TYPICAL, 1000).tolerance());
  }

  @Test
  void countersThatAreToBeEqualCanBeNamed() {
    assertEquals("waits", Rules.standard().withExactCounters("waits").exactCounters());
    assertEquals(Rules.NO_COUNTER, Rules.standard().exactCounters());
  }

  @Test
  void whoAsksForNoConfirmationGetsNoneHoweverManyRowsThereAre() {
    Rules none = Rules.standard().withConfirmations(0);

    assertSame(none, none.forRows(1000));
    RowCourse course = Pairs.course(none);
    for (int i = 0; i < 12; i++) {
      course.add(Pairs.apart(PairKind.MEASURE, Arm.BASELINE, 0.3));
    }
    assertEquals(Outcome.FAIL, course.verdict().outcome());
  }

  @Test
  void confirmationsGrowWithTheRowsUpToThePairsOfTheFirstLookThatMayFail() {
    int before = 0;
    for (int rows : List.of(1, 100, 200, 1000)) {
      int now = Rules.standard().forRows(rows).confirmations();
      assertTrue(now >= before, "rows " + rows);
      before = now;
    }
    assertEquals(12, Rules.standard().forRows(1_000_000).confirmations());
  }

  /** All thirteen pairs together are slower; the fresh one, which is what was asked, is not. */
  @Test
  void freshPairsMustPointTheSameWayByThemselves() {
    RowCourse course = Pairs.course(Rules.standard().withConfirmations(1));
    for (int i = 0; i < 12; i++) {
      course.add(Pairs.apart(PairKind.MEASURE, Arm.BASELINE, Math.log(1.1)));
    }
    course.add(Pairs.apart(PairKind.CONFIRM, Arm.BASELINE, 0));

    assertEquals(Outcome.INCONCLUSIVE, course.verdict().outcome(), course.verdict().toString());
  }
}
