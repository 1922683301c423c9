package org.svabench.benchmarks.evidence;

import java.util.Map;
import java.util.Random;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.PairKind;
import org.svabench.results.gate.verdict.Looks;
import org.svabench.results.gate.verdict.RowCourse;
import org.svabench.results.gate.verdict.RowVerdict;
import org.svabench.results.gate.verdict.Rules;
import org.svabench.results.jmh.ResultKey;

/** The gate's own rules, whole: looks, confirmation, findings that forbid a FAIL. */
record GateRule(String words, Rules rules, Looks looks) implements Rule {
  private static final int TRIES = 20;

  GateRule(String words, Rules rules) {
    this(words, rules, Looks.of(rules));
  }

  @Override
  public Decision decide(Sample sample, Random random) {
    ResultKey row = new ResultKey(sample.kernel(), "avgt", 1, Map.of());
    RowCourse course = new RowCourse(row, rules, looks, 0);
    Arm first = random.nextBoolean() ? Arm.BASELINE : Arm.CANDIDATE;
    double seconds = 0;
    while (course.stage() != RowCourse.Stage.CLOSED) {
      PairKind kind =
          course.stage() == RowCourse.Stage.CONFIRMING ? PairKind.CONFIRM : PairKind.MEASURE;
      RecordedPair pair = started(first, sample, random);
      course.add(pair.as(kind, row));
      seconds += pair.seconds();
      first = first.other();
    }
    RowVerdict verdict = course.verdict();
    return new Decision(verdict.outcome(), seconds);
  }

  /** The arms start by turns, as in the gate; a small sample may have no pair of one order. */
  private static RecordedPair started(Arm first, Sample sample, Random random) {
    RecordedPair pair = sample.draw(random);
    for (int i = 0; i < TRIES && pair.first() != first; i++) {
      pair = sample.draw(random);
    }
    return pair;
  }
}
