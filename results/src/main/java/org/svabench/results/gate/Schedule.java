package org.svabench.results.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.PairKind;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.gate.verdict.RowCourse;
import org.svabench.results.jmh.ResultKey;

/**
 * Which pair is next. Open rows take turns, in an order drawn anew every round, so that a slow
 * minute does not hit one row only. Where the budget is short, no more rows are begun than can
 * reach their first look: a few verdicts are better than none. Not for concurrent use.
 */
final class Schedule {
  /** One pair in so many holds the baseline against itself. */
  private static final int CONTROL_EVERY = 10;

  /** Start of two JVMs, before a pair has been timed. */
  private static final Duration START = Duration.ofMillis(1500);

  /** A moved layout for the confirming pairs: odd, and no multiple of a cache line. */
  private static final int PADDING = 1117;

  private final Trial trial;
  private final Duration budget;
  private final Random random;
  private final List<ResultKey> waiting = new ArrayList<>();
  private final List<ResultKey> active = new ArrayList<>();
  private final List<ResultKey> round = new ArrayList<>();
  private final Map<ResultKey, Arm> lastFirst = new HashMap<>();
  private final Map<ResultKey, Duration> spentOn = new HashMap<>();
  private final Map<ResultKey, Integer> ran = new HashMap<>();
  private int sinceControl;
  private int controls;

  Schedule(Trial trial, Duration budget) {
    this.trial = trial;
    this.budget = budget;
    this.random = new Random(trial.plan().seed());
    trial.plan().rows().stream()
        .map(GatePlan.Row::key)
        .filter(key -> open(key))
        .forEach(waiting::add);
    Collections.shuffle(waiting, random);
  }

  /**
   * A pair to run.
   *
   * @param row which
   * @param kind why
   * @param first who starts
   * @param padding length of the environment variable that moves the layout
   */
  record Next(ResultKey row, PairKind kind, Arm first, int padding) {}

  /** The next pair; null where nothing is open or the budget does not reach for one more. */
  Next next(Duration spent) {
    active.removeIf(key -> !open(key));
    round.removeIf(key -> !open(key));
    begin(spent);
    if (active.isEmpty()) {
      return null;
    }
    if (round.isEmpty()) {
      round.addAll(active);
      Collections.shuffle(round, random);
    }
    ResultKey row = round.get(0);
    if (budget != null && spent.plus(cost(row)).compareTo(budget) > 0) {
      return null;
    }
    if (sinceControl >= CONTROL_EVERY) {
      sinceControl = 0;
      ResultKey control = active.get(controls++ % active.size());
      return new Next(control, PairKind.CONTROL, arm(random.nextBoolean()), 0);
    }
    round.remove(0);
    sinceControl++;
    boolean confirming = trial.course(row).stage() == RowCourse.Stage.CONFIRMING;
    return new Next(
        row,
        confirming ? PairKind.CONFIRM : PairKind.MEASURE,
        first(row),
        confirming ? PADDING : 0);
  }

  /** Takes note of what a pair cost. */
  void ran(PairRecord pair) {
    spentOn.merge(pair.row(), Duration.ofMillis((long) (pair.seconds() * 1000)), Duration::plus);
    ran.merge(pair.row(), 1, Integer::sum);
  }

  /** Balanced blocks of two: the first order is drawn, the second is its opposite. */
  private Arm first(ResultKey row) {
    Arm last = lastFirst.remove(row);
    if (last != null) {
      return last.other();
    }
    Arm drawn = arm(random.nextBoolean());
    lastFirst.put(row, drawn);
    return drawn;
  }

  private static Arm arm(boolean baseline) {
    return baseline ? Arm.BASELINE : Arm.CANDIDATE;
  }

  private boolean open(ResultKey row) {
    return trial.course(row).stage() != RowCourse.Stage.CLOSED;
  }

  private void begin(Duration spent) {
    while (!waiting.isEmpty()) {
      ResultKey row = waiting.get(0);
      if (budget != null && !active.isEmpty()) {
        Duration needed = spent.plus(untilNextLook()).plus(cost(row).multipliedBy(missing(row)));
        if (needed.compareTo(budget) > 0) {
          return;
        }
      }
      waiting.remove(0);
      active.add(row);
    }
  }

  private int missing(ResultKey row) {
    return trial.course(row).missing();
  }

  /** Wall time until every active row has reached its next look, controls included. */
  Duration untilNextLook() {
    Duration sum = Duration.ZERO;
    for (ResultKey row : active) {
      sum = sum.plus(cost(row).multipliedBy(missing(row)));
    }
    return sum.multipliedBy(CONTROL_EVERY + 1).dividedBy(CONTROL_EVERY);
  }

  /** The same with the rows that wait. */
  Duration left() {
    Duration sum = untilNextLook();
    for (ResultKey row : waiting) {
      sum = sum.plus(cost(row).multipliedBy(missing(row)));
    }
    return sum;
  }

  private Duration cost(ResultKey row) {
    if (ran.containsKey(row)) {
      return spentOn.get(row).dividedBy(ran.get(row));
    }
    long millis =
        trial.plan().rows().stream()
            .filter(planned -> planned.key().equals(row))
            .mapToLong(planned -> 2 * planned.shape().millis())
            .sum();
    return START.plusMillis(millis);
  }

  int open() {
    return active.size() + waiting.size();
  }
}
