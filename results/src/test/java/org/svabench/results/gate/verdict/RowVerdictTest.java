package org.svabench.results.gate.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.ForkLog;
import org.svabench.results.gate.record.PairKind;

/** What a verdict says of a row besides its outcome, and what exact figures do to that. */
class RowVerdictTest {
  private final RowCourse course = Pairs.course();

  private static ForkLog allocating(double bytes) {
    return Pairs.with(Pairs.fork("ns/op", w -> 1000), "gc.alloc.rate.norm", bytes);
  }

  private RowVerdict after(int pairs, PairKind kind, ForkLog baseline, ForkLog candidate) {
    for (int i = 0; i < pairs; i++) {
      course.add(Pairs.of(kind, Arm.BASELINE, baseline, candidate));
    }
    return course.verdict();
  }

  private RowVerdict after(int pairs, double log) {
    for (int i = 0; i < pairs; i++) {
      course.add(Pairs.apart(PairKind.MEASURE, Arm.BASELINE, log));
    }
    return course.verdict();
  }

  @Test
  void withoutAPairThereIsNoTime() {
    RowVerdict verdict = course.verdict();

    assertEquals(Pairs.ROW, course.row());
    assertEquals(Outcome.INCONCLUSIVE, verdict.outcome());
    assertTrue(Double.isNaN(verdict.baselineNanos()) && Double.isNaN(verdict.candidateNanos()));
    assertEquals(List.of(), verdict.metrics());
    assertFalse(verdict.faster() || verdict.slower());
  }

  @Test
  void timesAndPairsAreAddedUp() {
    RowVerdict verdict = after(4, Math.log(1.5));

    assertEquals(1000, verdict.baselineNanos(), 1e-6);
    assertEquals(1500, verdict.candidateNanos(), 1e-6);
    assertEquals(4 * 9.5, verdict.seconds(), 1e-9);
    assertEquals(4, verdict.pairs());
    assertEquals(4, course.pairs());
    assertEquals(4, course.missing());
  }

  @Test
  void confirmingPairsCountAndTheirRestIsMissing() {
    after(12, Math.log(1.5));
    course.add(Pairs.apart(PairKind.CONFIRM, Arm.BASELINE, 0.4));

    assertEquals(13, course.pairs());
    assertEquals(Rules.standard().confirmations() - 1, course.missing());
  }

  @Test
  void noMetricPassesBeforeTheFirstLook() {
    assertEquals(Outcome.INCONCLUSIVE, after(7, 0).metrics().get(0).outcome());
    assertEquals(Outcome.PASS, after(1, 0).metrics().get(0).outcome());
    assertEquals(0, course.missing());
  }

  @Test
  void aRefusedRowSaysWhy() {
    course.refuse(Outcome.INVALID, "the sides cannot be compared");

    assertEquals(Outcome.INVALID, course.verdict().outcome());
    assertEquals(List.of("the sides cannot be compared"), course.verdict().findings());
  }

  @Test
  void aPairWithoutAFiniteTimeMakesTheRowInvalid() {
    RowVerdict verdict =
        after(
            1,
            PairKind.MEASURE,
            Pairs.fork("ns/op", w -> 1000),
            Pairs.fork("ns/op", w -> Double.POSITIVE_INFINITY));

    assertEquals(Outcome.INVALID, verdict.outcome());
    assertEquals(List.of("it gave no finite score"), verdict.findings());
  }

  @Test
  void twoCrashesOfFortyPairsAreAnAccidentThreeAreNot() {
    Rules late = Rules.standard().withLooks(40);
    for (int crashes = 2; crashes <= 3; crashes++) {
      RowCourse many = Pairs.course(late);
      for (int i = 0; i < 40; i++) {
        many.add(
            i < crashes
                ? Pairs.replaced(0)
                : Pairs.apart(PairKind.MEASURE, Arm.BASELINE, 1e-6 * i));
      }
      RowVerdict verdict = many.verdict();
      assertEquals(crashes == 2 ? Outcome.PASS : Outcome.INVALID, verdict.outcome());
      assertEquals(crashes, verdict.crashes());
      assertEquals(
          crashes == 3, verdict.findings().contains("3 of 40 pairs had a crash"), "" + verdict);
    }
  }

  @Test
  void theSameAllocationLeavesAPassAPass() {
    RowVerdict verdict = after(8, PairKind.MEASURE, allocating(24.06), allocating(24.06));

    assertEquals(Outcome.PASS, verdict.outcome(), verdict.toString());
    assertEquals(Outcome.PASS, verdict.exact().get(0).outcome());
  }

  @Test
  void allocationThatSometimesRisesLeavesAPassUndecided() {
    after(7, PairKind.MEASURE, allocating(24.06), allocating(24.06));
    RowVerdict verdict = after(1, PairKind.MEASURE, allocating(24.06), allocating(48.06));

    assertEquals(Outcome.INCONCLUSIVE, verdict.outcome(), verdict.toString());
    assertEquals(Outcome.PASS, verdict.metrics().get(0).outcome());
  }

  @Test
  void shortForksThatShowMoreAllocationAskForMoreOfThem() {
    assertFalse(course.wantsExact());
    after(1, PairKind.EXACT, allocating(24.06), allocating(48.06));
    assertTrue(course.wantsExact());
    after(2, PairKind.EXACT, allocating(24.06), allocating(48.06));
    assertFalse(course.wantsExact(), "three are enough");
    assertEquals(0, course.pairs(), "their times do not count");
    assertEquals(Outcome.FAIL, course.verdict().outcome());
  }

  @Test
  void whatIsFasterOrSlowerIsSaidBeyondTheFloorOnly() {
    RowVerdict slower = after(8, Math.log(1.02));
    assertTrue(slower.slower());
    assertFalse(slower.faster());

    RowCourse other = Pairs.course();
    for (int i = 0; i < 8; i++) {
      other.add(Pairs.apart(PairKind.MEASURE, Arm.BASELINE, -Math.log(1.009)));
    }
    assertFalse(other.verdict().faster(), "within the floor");
  }
}
