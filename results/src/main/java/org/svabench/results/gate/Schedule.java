package org.svabench.results.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.PairKind;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.gate.record.Shape;
import org.svabench.results.gate.verdict.RowCourse;
import org.svabench.results.jmh.ResultKey;

/**
 * Which pair is next. Open rows take turns, in an order drawn anew every round, so that a slow
 * minute does not hit one row only. Where the budget is short, no more rows are begun than can
 * reach their first look: a few verdicts are better than none. Not for concurrent use.
 */
final class Schedule {
  /** One pair in so many holds like against like: the baseline against itself, or a ruler. */
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
  private final List<ResultKey> rulers;
  private final Map<ResultKey, Arm> lastFirst = new HashMap<>();
  private final Map<ResultKey, Duration> spentOn = new HashMap<>();
  private final Map<ResultKey, Integer> ran = new HashMap<>();
  private final Map<ResultKey, Shape> shapes = new HashMap<>();

  /** The first control comes early, so that the run of a single row has one. */
  private int sinceControl = CONTROL_EVERY / 2;

  private int controls;

  Schedule(Trial trial, Duration budget) {
    this.trial = trial;
    this.budget = budget;
    this.random = new Random(trial.plan().seed());
    trial.plan().rows().forEach(row -> shapes.put(row.key(), row.shape()));
    trial.judged().stream().filter(this::open).forEach(waiting::add);
    Collections.shuffle(waiting, random);
    this.rulers = List.copyOf(trial.rulers());
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
    begin(spent);
    park(spent);
    round.retainAll(active);
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
      return control(controls++);
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

  /** By turns the baseline against itself and, where there are any, a ruler. */
  private Next control(int n) {
    if (!rulers.isEmpty() && n % 2 == 1) {
      ResultKey ruler = rulers.get(n / 2 % rulers.size());
      return new Next(ruler, PairKind.RULER, first(ruler), 0);
    }
    ResultKey row = active.get((rulers.isEmpty() ? n : n / 2) % active.size());
    return new Next(row, PairKind.CONTROL, arm(random.nextBoolean()), 0);
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

  /** Begins waiting rows. What a pair costs is only known once one has run: until then one row. */
  private void begin(Duration spent) {
    while (!waiting.isEmpty() && (budget == null || active.isEmpty() || !ran.isEmpty())) {
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

  /**
   * Where pairs turn out to cost more than they did, rows step back so that the others get done.
   */
  private void park(Duration spent) {
    while (budget != null
        && active.size() > 1
        && spent.plus(untilNextLook()).compareTo(budget) > 0) {
      ResultKey farthest =
          active.stream()
              .max(Comparator.comparing(row -> cost(row).multipliedBy(missing(row))))
              .orElseThrow();
      active.remove(farthest);
      waiting.add(farthest);
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

  /** What a pair of this row takes: as before, or as planned and as wrong as plans were so far. */
  private Duration cost(ResultKey row) {
    if (ran.containsKey(row)) {
      return spentOn.get(row).dividedBy(ran.get(row));
    }
    double actual = 0;
    double estimated = 0;
    for (ResultKey other : ran.keySet()) {
      actual += spentOn.get(other).toMillis();
      estimated += (double) planned(other).toMillis() * ran.get(other);
    }
    return ran.isEmpty()
        ? planned(row)
        : Duration.ofMillis((long) (planned(row).toMillis() * actual / estimated));
  }

  private Duration planned(ResultKey row) {
    return START.plusMillis(2 * shapes.get(row).millis());
  }

  int open() {
    return active.size() + waiting.size();
  }
}
