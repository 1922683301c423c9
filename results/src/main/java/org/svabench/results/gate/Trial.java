package org.svabench.results.gate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.svabench.results.doubt.Doubt;
import org.svabench.results.doubt.MachineDoubts;
import org.svabench.results.gate.record.PairKind;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.gate.verdict.Controls;
import org.svabench.results.gate.verdict.GateVerdict;
import org.svabench.results.gate.verdict.Looks;
import org.svabench.results.gate.verdict.RowCourse;
import org.svabench.results.gate.verdict.RowVerdict;
import org.svabench.results.jmh.ResultKey;
import org.svabench.results.run.ForkRecord;

/**
 * A plan and the pairs so far. A live run and a replay feed the same pairs in the same order and
 * read the same verdict. Not for concurrent use.
 */
final class Trial {
  private final GatePlan plan;
  private final Map<ResultKey, RowCourse> courses = new LinkedHashMap<>();
  private final Map<ResultKey, List<ForkRecord>> pairs = new HashMap<>();
  private final Set<ResultKey> rulerKeys = new LinkedHashSet<>();
  private final Controls itself = new Controls("the baseline against itself");
  private final Controls rulers = new Controls("the rulers, candidate against baseline");

  Trial(GatePlan plan) {
    this.plan = plan;
    Looks looks = Looks.of(plan.rules());
    for (GatePlan.Row row : plan.rows()) {
      if (row.ruler()) {
        rulerKeys.add(row.key());
        continue;
      }
      courses.put(row.key(), new RowCourse(row.key(), plan.rules(), looks, plan.harnessBytes()));
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

  /** Rows that judge the measurement, in the order of the plan. */
  Set<ResultKey> rulers() {
    return Collections.unmodifiableSet(rulerKeys);
  }

  /** Rows that are judged, in the order of the plan. */
  Set<ResultKey> judged() {
    return Collections.unmodifiableSet(courses.keySet());
  }

  boolean unknown(PairRecord pair) {
    return pair.kind() == PairKind.RULER
        ? !rulerKeys.contains(pair.row())
        : !courses.containsKey(pair.row());
  }

  void add(PairRecord pair) {
    switch (pair.kind()) {
      case CONTROL -> itself.add(pair, plan.rules());
      case RULER -> rulers.add(pair, plan.rules());
      default -> courses.get(pair.row()).add(pair);
    }
    if (pair.kind() == PairKind.MEASURE || pair.kind() == PairKind.CONFIRM) {
      pairs
          .computeIfAbsent(pair.row(), row -> new ArrayList<>())
          .add(
              new ForkRecord(
                  pair.position(),
                  pair.position(),
                  pair.startedAt(),
                  pair.seconds(),
                  pair.load(),
                  pair.stealTicks(),
                  null,
                  null,
                  null));
    }
  }

  /** What the machine did while a row's pairs ran. */
  private List<Doubt> doubts(ResultKey row) {
    int cpus = plan.machine() == null ? -1 : plan.machine().cpus();
    return new MachineDoubts(cpus, List.of()).of(pairs.getOrDefault(row, List.of()));
  }

  private List<String> notes() {
    return plan.noise() <= HostProbe.NOISY
        ? List.of()
        : List.of(
            String.format(
                Locale.ROOT,
                "NOISY HOST: a fixed piece of work took from 1 to %.1f times its time before the"
                    + " first pair; expect rows that stay undecided",
                plan.noise()));
  }

  GateVerdict verdict() {
    List<RowVerdict> rows = new ArrayList<>();
    for (GatePlan.Row row : plan.rows()) {
      if (row.ruler()) {
        continue;
      }
      RowVerdict verdict = courses.get(row.key()).verdict();
      for (Doubt doubt : doubts(row.key())) {
        verdict = verdict.with(doubt.sentence());
      }
      rows.add(row.remark() == null ? verdict : verdict.with(row.remark()));
    }
    return GateVerdict.of(
        rows,
        plan.added(),
        plan.removed(),
        List.of(itself, rulers),
        notes(),
        plan.rules().alphaSuite());
  }
}
