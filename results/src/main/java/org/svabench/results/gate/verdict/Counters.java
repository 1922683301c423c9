package org.svabench.results.gate.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.PairRecord;

/** Secondary results that are marked exact: one value a side, and both the same. */
final class Counters {
  private final Pattern exact;

  Counters(Pattern exact) {
    this.exact = exact;
  }

  /** Judges complete pairs of one row, by the counters' names. */
  List<ExactVerdict> judge(List<PairRecord> pairs) {
    TreeSet<String> names = new TreeSet<>();
    for (PairRecord pair : pairs) {
      pair.forks().values().forEach(fork -> names.addAll(fork.secondary().keySet()));
    }
    names.removeIf(name -> !exact.matcher(name).matches());
    List<ExactVerdict> verdicts = new ArrayList<>();
    for (String name : names) {
      verdicts.add(
          judge(name, values(pairs, Arm.BASELINE, name), values(pairs, Arm.CANDIDATE, name)));
    }
    return verdicts;
  }

  private static ExactVerdict judge(String name, TreeSet<Double> a, TreeSet<Double> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return new ExactVerdict(
          name,
          "#",
          one(a),
          one(b),
          Outcome.FAIL,
          "counted by the " + (a.isEmpty() ? "candidate" : "baseline") + " only");
    }
    if (a.size() > 1 || b.size() > 1) {
      return new ExactVerdict(
          name,
          "#",
          one(a),
          one(b),
          Outcome.INCONCLUSIVE,
          "not exact: " + text(a.size() > 1 ? a : b));
    }
    boolean same = a.equals(b);
    return new ExactVerdict(
        name,
        "#",
        one(a),
        one(b),
        same ? Outcome.PASS : Outcome.FAIL,
        same ? "the same" : String.format(Locale.ROOT, "differs by %+.6g", one(b) - one(a)));
  }

  private static double one(TreeSet<Double> values) {
    return values.isEmpty() ? Double.NaN : values.first();
  }

  private static String text(TreeSet<Double> values) {
    return values.size() + " values from " + values.first() + " to " + values.last();
  }

  private static TreeSet<Double> values(List<PairRecord> pairs, Arm arm, String name) {
    TreeSet<Double> values = new TreeSet<>();
    for (PairRecord pair : pairs) {
      double[] found = pair.forks().get(arm).secondary().get(name);
      if (found != null) {
        Arrays.stream(found).forEach(values::add);
      }
    }
    return values;
  }
}
