package org.svabench.results.gate.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.svabench.results.gate.verdict.Pairs.apart;
import static org.svabench.results.gate.verdict.Pairs.course;
import static org.svabench.results.gate.verdict.Pairs.decide;

import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.ForkLog;
import org.svabench.results.gate.record.PairKind;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.gate.record.Shape;

class RowCourseTest {
  private static final long SEED = 20261127;
  private static final Pairs.Noise QUIET = random -> 0.004 * random.nextGaussian();

  private final Random random = new Random(SEED);

  private static void feed(RowCourse course, PairKind kind, int pairs, double log) {
    for (int i = 0; i < pairs; i++) {
      course.add(apart(kind, i % 2 == 0 ? Arm.BASELINE : Arm.CANDIDATE, log + 1e-6 * i));
    }
  }

  private static void feed(RowCourse course, int pairs, ForkLog baseline, ForkLog candidate) {
    for (int i = 0; i < pairs; i++) {
      course.add(Pairs.of(PairKind.MEASURE, Arm.BASELINE, baseline, candidate));
    }
  }

  private static String findings(RowVerdict verdict) {
    return String.join("\n", verdict.findings());
  }

  @Test
  void theSameSpeedPassesAtTheFirstLook() {
    RowVerdict verdict = decide(course(), 0, QUIET, random);

    assertEquals(Outcome.PASS, verdict.outcome(), verdict.toString());
    assertEquals(8, verdict.pairs());
    assertFalse(verdict.slower());
  }

  @Test
  void tenPercentMoreFailsAfterFreshPairs() {
    RowVerdict verdict = decide(course(), Math.log(1.1), QUIET, random);

    assertEquals(Outcome.FAIL, verdict.outcome(), verdict.toString());
    assertEquals(12 + Rules.standard().confirmations(), verdict.pairs());
    assertEquals(1.1, verdict.metrics().get(0).ratio(), 0.01);
  }

  @Test
  void aCertainSlowDownWithinTheToleranceIsNamedAndPasses() {
    RowVerdict verdict = decide(course(), Math.log(1.03), QUIET, random);

    assertEquals(Outcome.PASS, verdict.outcome(), verdict.toString());
    assertTrue(verdict.slower());
  }

  @Test
  void aGainIsNamed() {
    assertTrue(decide(course(), Math.log(0.9), QUIET, random).faster());
  }

  @Test
  void atTheFirstLookARowMayPassAndNotFail() {
    RowCourse course = course();
    feed(course, PairKind.MEASURE, 8, Math.log(2));

    assertEquals(RowCourse.Stage.MEASURING, course.stage());
    assertEquals(4, course.missing());
    feed(course, PairKind.MEASURE, 4, Math.log(2));
    assertEquals(RowCourse.Stage.CONFIRMING, course.stage());
  }

  @Test
  void noiseThatHidesEverythingIsNeverAPass() {
    RowCourse course = course();
    for (int i = 0; course.stage() != RowCourse.Stage.CLOSED; i++) {
      course.add(apart(PairKind.MEASURE, Arm.BASELINE, 0.6 * (i * 7 % 30 / 14.5 - 1)));
    }

    RowVerdict verdict = course.verdict();
    assertEquals(Outcome.INCONCLUSIVE, verdict.outcome(), verdict.toString());
    assertEquals(36, verdict.pairs());
  }

  @Test
  void aSlowDownThatFreshPairsDoNotShowIsNotConfirmed() {
    RowCourse course = course();
    feed(course, PairKind.MEASURE, 12, Math.log(1.1));
    assertEquals(RowCourse.Stage.CONFIRMING, course.stage());

    feed(course, PairKind.CONFIRM, course.missing(), -0.05);

    RowVerdict verdict = course.verdict();
    assertEquals(Outcome.INCONCLUSIVE, verdict.outcome());
    assertTrue(findings(verdict).contains("NOT CONFIRMED"), findings(verdict));
  }

  @Test
  void nothingIsDecidedBetweenLooks() {
    RowCourse course = course();
    feed(course, PairKind.MEASURE, 7, Math.log(2));

    assertEquals(RowCourse.Stage.MEASURING, course.stage());
    assertEquals(1, course.missing());
    assertEquals(Outcome.INCONCLUSIVE, course.verdict().outcome());
    assertTrue(findings(course.verdict()).contains("before its next look"));
  }

  @Test
  void aRegressionOfOneWindowInTenFailsThoughTheTypicalTimeDoesNotMove() {
    RowCourse course = course();
    ForkLog baseline = Pairs.fork("ns/op", i -> 1000 + i % 3);
    ForkLog candidate = Pairs.fork("ns/op", i -> i % 10 >= 8 ? 2500 : 1000 + i % 3);
    while (course.stage() != RowCourse.Stage.CLOSED) {
      PairKind kind =
          course.stage() == RowCourse.Stage.CONFIRMING ? PairKind.CONFIRM : PairKind.MEASURE;
      course.add(Pairs.of(kind, Arm.BASELINE, baseline, candidate));
    }

    RowVerdict verdict = course.verdict();
    assertEquals(Outcome.FAIL, verdict.outcome(), verdict.toString());
    assertEquals(1, verdict.metrics().get(0).ratio(), 0.01);
  }

  @Test
  void throughputThatFallsIsASlowDown() {
    RowCourse course = course();
    feed(course, 12, Pairs.fork("ops/us", w -> 1), Pairs.fork("ops/us", w -> 0.8));

    assertEquals(1.25, course.verdict().metrics().get(0).ratio(), 1e-9);
    assertEquals(RowCourse.Stage.CONFIRMING, course.stage());
  }

  @Test
  void unitsThatDifferBetweenTheSidesAreBroughtTogether() {
    RowCourse course = course();
    feed(course, 8, Pairs.fork("us/op", w -> 1), Pairs.fork("ns/op", w -> 1000));

    assertEquals(1, course.verdict().metrics().get(0).ratio(), 1e-9);
  }

  @Test
  void aThirdOfANanosecondIsNoRegressionOfATinyBenchmark() {
    RowCourse course = course();
    feed(course, 8, Pairs.fork("ns/op", w -> 1), Pairs.fork("ns/op", w -> 1.3));

    assertEquals(Outcome.PASS, course.verdict().outcome(), course.verdict().toString());
    assertEquals(0.5, course.verdict().metrics().get(0).margin().tolerance(), 1e-9);
  }

  @Test
  void oneCrashIsReplacedAndSaidManyMakeTheRowInvalid() {
    RowCourse one = course();
    one.add(Pairs.replaced(0));
    feed(one, PairKind.MEASURE, 7, 0);
    assertEquals(Outcome.PASS, one.verdict().outcome());
    assertTrue(findings(one.verdict()).contains("boom"), findings(one.verdict()));

    RowCourse many = course();
    many.add(Pairs.replaced(0));
    many.add(Pairs.replaced(0));
    feed(many, PairKind.MEASURE, 6, 0);
    assertEquals(Outcome.INVALID, many.verdict().outcome());
  }

  @Test
  void aReplacementThatCrashesTooBreaksTheRow() {
    RowCourse course = course();
    course.add(Pairs.crashed());

    assertEquals(RowCourse.Stage.CLOSED, course.stage());
    assertEquals(Outcome.BROKEN, course.verdict().outcome());
  }

  @Test
  void ordersThatDisagreeAreNamedAndNeverFail() {
    RowCourse course = course();
    for (int i = 0; course.stage() != RowCourse.Stage.CLOSED; i++) {
      PairKind kind =
          course.stage() == RowCourse.Stage.CONFIRMING ? PairKind.CONFIRM : PairKind.MEASURE;
      boolean even = i % 3 == 0;
      course.add(apart(kind, even ? Arm.BASELINE : Arm.CANDIDATE, (even ? -0.01 : 0.3) + 1e-5 * i));
    }

    RowVerdict verdict = course.verdict();
    assertEquals(Outcome.INCONCLUSIVE, verdict.outcome(), verdict.toString());
    assertTrue(findings(verdict).contains("ORDER-EFFECT"), findings(verdict));
  }

  @Test
  void forksThatAreStillWarmingUpAreMeasuredAnewWithLongerOnes() {
    RowCourse course = course();
    ForkLog warming = Pairs.fork("ns/op", i -> 2000 - 50 * i);
    Shape planned = Pairs.SHAPE;
    for (int i = 0; i < 5; i++) {
      assertEquals(planned, course.shape(planned));
      course.add(Pairs.of(PairKind.MEASURE, Arm.BASELINE, warming, warming));
    }

    assertEquals(new Shape(25, 25, 100), course.shape(planned));
    assertEquals(0, course.pairs());
    assertEquals(8, course.missing());
    feed(course, PairKind.MEASURE, 8, 0);
    assertEquals(Outcome.PASS, course.verdict().outcome());
    assertTrue(findings(course.verdict()).contains("SLOW WARM-UP"), findings(course.verdict()));
  }

  @Test
  void nothingOfThePairsThatWereTooColdIsKept() {
    RowCourse course = course();
    ForkLog cold = Pairs.fork("ns/op", i -> 2000 - 50 * i);
    ForkLog colder = Pairs.fork("ns/op", i -> 6000 - 150 * i);
    for (int i = 0; i < 5; i++) {
      course.add(Pairs.of(PairKind.MEASURE, Arm.BASELINE, cold, colder));
    }
    assertEquals(0, course.pairs());

    feed(course, PairKind.MEASURE, 1, 0);
    assertEquals(1000, course.verdict().baselineNanos(), 1e-6);
    feed(course, PairKind.MEASURE, 6, 0);
    RowVerdict verdict = course.verdict();
    // The extremes of seven pairs, none of which is one of the five.
    assertEquals(1, verdict.metrics().get(0).high(), 1e-4);
    assertEquals(Double.NaN, Pairs.course().verdict().baselineNanos());
  }

  /** Four windows in ten are slow in most pairs, but not in enough to be sure. */
  @Test
  void aMeanThatLooksTooSlowKeepsARowFromPassing() {
    RowCourse course = course();
    ForkLog baseline = Pairs.fork("ns/op", w -> w < 16 ? 1000 : 1500);
    ForkLog slow = Pairs.fork("ns/op", w -> w < 16 ? 1000 : 2250);
    ForkLog fast = Pairs.fork("ns/op", w -> w < 16 ? 1000 : 500);
    for (int i = 0; i < 36; i++) {
      assertEquals(RowCourse.Stage.MEASURING, course.stage(), "pair " + i);
      course.add(Pairs.of(PairKind.MEASURE, Arm.BASELINE, baseline, i % 5 < 4 ? slow : fast));
    }

    assertEquals(RowCourse.Stage.CLOSED, course.stage());
    RowVerdict verdict = course.verdict();
    assertEquals(Outcome.PASS, verdict.metrics().get(0).outcome());
    assertEquals(Outcome.INCONCLUSIVE, verdict.outcome(), verdict.toString());
  }

  @Test
  void aRowOfItsOwnMarginIsHeldToIt() {
    Rules rules =
        Rules.standard()
            .withTypical(new Margin(0.05, 0.01), Map.of("Kernels.work", new Margin(0.2, 0.1)));

    RowVerdict verdict = decide(course(rules), Math.log(1.08), QUIET, random);

    assertEquals(0.2, verdict.metrics().get(0).margin().tolerance());
    assertFalse(verdict.metrics().get(0).outcome() == Outcome.FAIL);
  }

  @Test
  void moreAllocationFailsARowThatIsAsFastAsBefore() {
    RowCourse course = course();
    feed(
        course,
        8,
        Pairs.with(Pairs.fork("ns/op", w -> 1000), "gc.alloc.rate.norm", 16.06),
        Pairs.with(Pairs.fork("ns/op", w -> 1000), "gc.alloc.rate.norm", 24.06));

    RowVerdict verdict = course.verdict();
    assertEquals(Outcome.FAIL, verdict.outcome(), verdict.toString());
    assertEquals(16, verdict.exact().get(0).baseline());
    assertEquals(24, verdict.exact().get(0).candidate());
  }

  @Test
  void whatCannotBeComparedIsInvalidWhateverItAllocates() {
    RowCourse course = course();
    for (int i = 0; i < Allocated.PAIRS; i++) {
      course.add(allocating(PairKind.EXACT, 0, 64));
    }
    assertEquals(Outcome.FAIL, course.verdict().exact().get(0).outcome());
    course.refuse(Outcome.INVALID, "JVM arguments differ");

    assertEquals(Outcome.INVALID, course.verdict().outcome());
  }

  @Test
  void whatColdForksAllocatedIsForgottenWithThem() {
    RowCourse course = course();
    for (int i = 0; i < 5; i++) {
      course.add(warming(64, 64));
    }
    for (int i = 0; i < 8; i++) {
      course.add(allocating(PairKind.MEASURE, 0, 40));
    }

    assertEquals(8, course.pairs());
    assertEquals(Outcome.FAIL, course.verdict().outcome(), course.verdict().toString());
  }

  private static PairRecord allocating(PairKind kind, double baseline, double candidate) {
    ForkLog fork = Pairs.fork("ns/op", i -> 1000);
    return Pairs.of(kind, Arm.BASELINE, allocating(fork, baseline), allocating(fork, candidate));
  }

  private static PairRecord warming(double baseline, double candidate) {
    ForkLog fork = Pairs.fork("ns/op", i -> i < 15 ? 1200 : 1000);
    return Pairs.of(
        PairKind.MEASURE, Arm.BASELINE, allocating(fork, baseline), allocating(fork, candidate));
  }

  private static ForkLog allocating(ForkLog fork, double bytes) {
    return Pairs.with(fork, "gc.alloc.rate.norm", bytes);
  }

  /** From 30 % faster to 30 % slower, evenly. */
  private static Pairs.Noise wide() {
    int[] pair = {0};
    return random -> 0.05 * (7 * pair[0]++ % 13 - 6);
  }

  @Test
  void anOpenRowSaysWhatToleranceOrHowManyPairsWouldDecideIt() {
    RowVerdict verdict = decide(course(), 0, wide(), random);

    assertEquals(Outcome.INCONCLUSIVE, verdict.outcome());
    MetricVerdict typical = verdict.metrics().get(0);
    assertTrue(
        findings(verdict)
            .contains(
                String.format(
                    Locale.ROOT,
                    "OPEN: a tolerance of %.1f%% would pass; for 5.0%% about ",
                    100 * (typical.high() - 1))),
        verdict.toString());
  }

  @Test
  void whereTheDifferenceItselfIsTheToleranceMorePairsDoNotHelp() {
    RowVerdict verdict = decide(course(), Math.log(1.07), wide(), random);

    assertEquals(Outcome.INCONCLUSIVE, verdict.outcome(), verdict.toString());
    assertTrue(findings(verdict).contains("more pairs hardly help"), verdict.toString());
  }
}
