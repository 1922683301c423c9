package org.svabench.results.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.svabench.results.gate.record.PairKind;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.gate.verdict.Controls;
import org.svabench.results.gate.verdict.GateVerdict;
import org.svabench.results.gate.verdict.RowCourse;
import org.svabench.results.gate.verdict.RowVerdict;
import org.svabench.results.jmh.ResultKey;

/**
 * A plan and the pairs so far. A live run and a replay feed the same pairs in the same order and
 * read the same verdict. Not for concurrent use.
 */
final class Trial {
  private final GatePlan plan;
  private final Map<ResultKey, RowCourse> courses = new LinkedHashMap<>();
  private final Controls controls = new Controls();

  Trial(GatePlan plan) {
    this.plan = plan;
    for (GatePlan.Row row : plan.rows()) {
      courses.put(row.key(), new RowCourse(row.key(), plan.rules(), plan.harnessBytes()));
      if (row.refused() != null) {
        courses.get(row.key()).refuse(row.refused(), row.refusal());
      }
    }
  }

  GatePlan plan() {
    return plan;
  }

  RowCourse course(ResultKey row) {
    return courses.get(row);
  }

  boolean unknown(PairRecord pair) {
    return !courses.containsKey(pair.row());
  }

  void add(PairRecord pair) {
    if (pair.kind() == PairKind.CONTROL) {
      controls.add(pair, plan.rules());
    } else {
      courses.get(pair.row()).add(pair);
    }
  }

  GateVerdict verdict() {
    List<RowVerdict> rows = new ArrayList<>();
    for (GatePlan.Row row : plan.rows()) {
      RowVerdict verdict = courses.get(row.key()).verdict();
      rows.add(row.remark() == null ? verdict : verdict.with(row.remark()));
    }
    return GateVerdict.of(rows, plan.added(), plan.removed(), controls, plan.rules().alphaSuite());
  }
}
