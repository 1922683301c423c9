package org.svabench.results.gate;

import java.util.List;
import java.util.Map;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.ForkLog;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.gate.record.Window;
import org.svabench.results.gate.verdict.Metric;
import org.svabench.results.gate.verdict.Rules;
import org.svabench.results.jmh.ResultKey;

/** Whether what was read from a file has all that a verdict is made of. */
final class Complete {
  private Complete() {}

  static boolean plan(GatePlan plan) {
    return plan.rows() != null
        && plan.added() != null
        && plan.removed() != null
        && rules(plan.rules())
        && plan.rows().stream().allMatch(Complete::row);
  }

  private static boolean rules(Rules rules) {
    return rules != null
        && rules.looks() != null
        && rules.looks().length > 0
        && rules.margins() != null
        && rules.margins().keySet().containsAll(List.of(Metric.values()))
        && rules.perRow() != null
        && rules.exactCounters() != null;
  }

  private static boolean row(GatePlan.Row row) {
    return row != null && key(row.key()) && row.pairing() != null && row.shape() != null;
  }

  private static boolean key(ResultKey key) {
    return key != null && key.benchmark() != null && key.mode() != null && key.params() != null;
  }

  static boolean pair(PairRecord pair) {
    return pair.kind() != null
        && key(pair.row())
        && pair.pairing() != null
        && pair.shape() != null
        && pair.first() != null
        && pair.forks() != null
        && (pair.complete() ? forks(pair.forks()) : pair.crash() != null);
  }

  private static boolean forks(Map<Arm, ForkLog> forks) {
    return forks.values().stream()
        .allMatch(
            fork ->
                fork != null
                    && fork.unit() != null
                    && fork.secondary() != null
                    && fork.windows() != null
                    && fork.windows().stream().anyMatch(Window::measured));
  }
}
