package org.svabench.results.gate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.ForkLog;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.gate.record.Shape;
import org.svabench.results.gate.record.Window;
import org.svabench.results.gate.verdict.Looks;
import org.svabench.results.gate.verdict.Margin;
import org.svabench.results.gate.verdict.Metric;
import org.svabench.results.gate.verdict.Rules;

/** Whether what was read from a file, with no field missing, is what a verdict can be made of. */
final class Complete {
  private static final int MOST_LOOKS = 100;
  private static final int MOST_PAIRS = 100_000;

  private Complete() {}

  static boolean plan(GatePlan plan) {
    return rules(plan.rules()) && plan.rows().stream().allMatch(row -> shape(row.shape()));
  }

  private static boolean rules(Rules rules) {
    return looks(rules.looks())
        && (rules.failFrom() == null || rules.failFrom() <= last(rules.looks()))
        && share(rules.alphaFail())
        && share(rules.alphaPass())
        && share(rules.alphaSuite())
        && rules.confirmations() >= 0
        && rules.confirmations() <= MOST_PAIRS
        && atLeastZero(rules.leastNanos())
        && rules.margins().keySet().containsAll(List.of(Metric.values()))
        && margins(rules.margins().values())
        && margins(rules.perRow().values())
        && rules.perRow().keySet().stream().allMatch(Complete::expression)
        && expression(rules.exactCounters());
  }

  private static boolean looks(int[] looks) {
    return Looks.canBe(looks) && looks.length <= MOST_LOOKS && last(looks) <= MOST_PAIRS;
  }

  private static int last(int[] looks) {
    return looks[looks.length - 1];
  }

  private static boolean margins(Collection<Margin> margins) {
    return margins.stream()
        .allMatch(margin -> atLeastZero(margin.tolerance()) && atLeastZero(margin.floor()));
  }

  private static boolean share(double alpha) {
    return alpha > 0 && alpha < 0.5;
  }

  private static boolean atLeastZero(double number) {
    return number >= 0 && Double.isFinite(number);
  }

  private static boolean expression(String word) {
    try {
      Pattern.compile(word);
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private static boolean shape(Shape shape) {
    return shape.warmups() >= 0 && shape.measurements() >= 0 && shape.windowMillis() >= 0;
  }

  static boolean pair(PairRecord pair) {
    return shape(pair.shape()) && (pair.complete() ? forks(pair.forks()) : pair.crash() != null);
  }

  private static boolean forks(Map<Arm, ForkLog> forks) {
    return forks.values().stream()
        .allMatch(fork -> fork.windows().stream().anyMatch(Window::measured));
  }
}
