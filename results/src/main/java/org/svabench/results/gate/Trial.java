package org.svabench.results.gate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.svabench.results.doubt.Doubt;
import org.svabench.results.doubt.MachineDoubts;
import org.svabench.results.gate.record.PairKind;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.gate.record.Pairing;
import org.svabench.results.gate.verdict.Controls;
import org.svabench.results.gate.verdict.GateVerdict;
import org.svabench.results.gate.verdict.Looks;
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
  private final Map<ResultKey, List<PairRecord>> pairs = new HashMap<>();
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
      pairs.computeIfAbsent(pair.row(), row -> new ArrayList<>()).add(pair);
    }
  }

  /** What the machine did while a row's pairs ran. */
  private List<Doubt> doubts(ResultKey row) {
    int cpus = plan.machine() == null ? -1 : plan.machine().cpus();
    return new MachineDoubts(cpus, List.of())
        .of(pairs.getOrDefault(row, List.of()).stream().map(PairRecord::machine).toList());
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (plan.noise() > HostProbe.NOISY) {
      notes.add(
          String.format(
              Locale.ROOT,
              "NOISY HOST: a fixed piece of work took from 1 to %.1f times its time before the"
                  + " first pair; expect rows that stay undecided",
              plan.noise()));
    }
    if (nowhereKept()) {
      notes.add(
          "ANY CPU: no forks were kept on one CPU, and CPUs need not be equally fast; that takes"
              + " Linux, one NUMA node and the command taskset");
    }
    return notes;
  }

  /** Complete pairs of a row whose forks took turns. */
  private List<PairRecord> turns(ResultKey row) {
    return pairs.getOrDefault(row, List.of()).stream()
        .filter(pair -> pair.pairing() == Pairing.TURNSTILE && pair.complete())
        .toList();
  }

  /** Whether forks took turns, and those of no pair on one CPU. */
  private boolean nowhereKept() {
    List<PairRecord> all = pairs.keySet().stream().flatMap(row -> turns(row).stream()).toList();
    return !all.isEmpty() && all.stream().noneMatch(Trial::kept);
  }

  private static boolean kept(PairRecord pair) {
    return pair.forks().values().stream().allMatch(fork -> fork.cpu() != null);
  }

  private Optional<String> anyCpu(ResultKey row) {
    List<PairRecord> turns = turns(row);
    long free = turns.stream().filter(pair -> !kept(pair)).count();
    return free == 0 || nowhereKept()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "ANY CPU: %d of %d pairs were not kept on one CPU; the benchmark starts threads, or"
                    + " its own could not be told from others",
                free,
                turns.size()));
  }

  GateVerdict verdict() {
    List<RowVerdict> rows = new ArrayList<>();
    for (GatePlan.Row row : plan.rows()) {
      if (row.ruler()) {
        continue;
      }
      RowVerdict verdict = courses.get(row.key()).verdict();
      Optional<String> anyCpu = anyCpu(row.key());
      if (anyCpu.isPresent()) {
        verdict = verdict.with(anyCpu.get());
      }
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
