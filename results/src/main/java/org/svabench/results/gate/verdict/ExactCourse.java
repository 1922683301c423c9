package org.svabench.results.gate.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.jmh.ResultKey;

/** The exact figures of one row, pair by pair. Not for concurrent use. */
final class ExactCourse {
  private final Allocated allocated;
  private final Counters counters;
  private final List<PairRecord> brief = new ArrayList<>();
  private final List<PairRecord> timed = new ArrayList<>();

  ExactCourse(ResultKey row, Rules rules, double harnessBytes) {
    this.allocated = new Allocated(harnessBytes, row);
    this.counters = new Counters(Pattern.compile(rules.exactCounters()));
  }

  void addShort(PairRecord pair) {
    brief.add(pair);
  }

  void addTimed(PairRecord pair) {
    timed.add(pair);
  }

  /** Forgets forks that were not warm. */
  void clearTimed() {
    timed.clear();
  }

  boolean wantsMore() {
    return brief.size() < Allocated.PAIRS
        && allocated.judge(brief).filter(v -> v.outcome() != Outcome.PASS).isPresent();
  }

  List<ExactVerdict> verdicts() {
    List<PairRecord> all = new ArrayList<>(brief);
    all.addAll(timed);
    List<ExactVerdict> verdicts = new ArrayList<>(counters.judge(all));
    // Longer forks are better compiled, and escape analysis is what allocation hangs on.
    allocated.judge(timed.size() < Allocated.PAIRS ? brief : timed).ifPresent(verdicts::add);
    return verdicts;
  }
}
