package org.svabench.results.gate.verdict;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.stat.StatUtils;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.PairKind;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.gate.record.Shape;
import org.svabench.results.jmh.ResultKey;

/**
 * One row from its first pair to its verdict. Fed with the records of a run, live or from the disk,
 * it comes to the same verdict. Not for concurrent use.
 */
public final class RowCourse {
  /** What a row needs next. */
  public enum Stage {
    /** Pairs up to the next look. */
    MEASURING,
    /** Fresh pairs, since a slow-down was seen. */
    CONFIRMING,
    /** Nothing: it is decided. */
    CLOSED
  }

  /** A crash or two of a hundred forks is an accident; more is a finding. */
  private static final double CRASH_LIMIT = 0.05;

  private final ResultKey row;
  private final Rules rules;
  private final Looks looks;
  private final Map<Metric, MetricCourse> metrics = new EnumMap<>(Metric.class);
  private final List<PairDifference> differences = new ArrayList<>();
  private final ExactCourse exact;
  private final Set<Metric> suspects = EnumSet.noneOf(Metric.class);
  private final Set<Metric> confirmed = EnumSet.noneOf(Metric.class);
  private final List<String> crashes = new ArrayList<>();
  private final Steadiness steadiness = new Steadiness();

  private Stage stage = Stage.MEASURING;
  private Outcome refusedAs;
  private String refusal;
  private int attempted;
  private int measured;
  private int fresh;
  private int looked;
  private double seconds;

  /**
   * A row without pairs.
   *
   * @param row its key
   * @param rules fixed for the run
   * @param looks of those rules; costly to make, so one serves all rows
   * @param harnessBytes what the harness itself allocates in an iteration
   */
  public RowCourse(ResultKey row, Rules rules, Looks looks, double harnessBytes) {
    this.row = row;
    this.rules = rules;
    this.looks = looks;
    this.exact = new ExactCourse(row, rules, harnessBytes);
    for (Metric metric : Metric.values()) {
      metrics.put(metric, new MetricCourse(metric));
    }
  }

  /**
   * The row's key.
   *
   * @return as given
   */
  public ResultKey row() {
    return row;
  }

  /**
   * Closes it before its first pair.
   *
   * @param as {@link Outcome#INVALID} where its sides cannot be compared, {@link Outcome#BROKEN}
   *     where one did not run
   * @param why one line
   */
  public void refuse(Outcome as, String why) {
    refusedAs = as;
    refusal = why;
    stage = Stage.CLOSED;
  }

  /**
   * What it needs next.
   *
   * @return {@link Stage#CLOSED} for good once it was
   */
  public Stage stage() {
    return stage;
  }

  /**
   * Complete pairs so far, those of exact figures not among them.
   *
   * @return from 0
   */
  public int pairs() {
    return measured + fresh;
  }

  /**
   * Pairs until something can be decided.
   *
   * @return 0 for a closed row
   */
  public int missing() {
    switch (stage) {
      case MEASURING:
        return looks.pairs(looked) - measured;
      case CONFIRMING:
        return rules.confirmations() - fresh;
      default:
        return 0;
    }
  }

  /**
   * Takes a pair of this row.
   *
   * @param pair of the kind that {@link #stage} asks for, or {@link PairKind#EXACT} before those
   */
  public void add(PairRecord pair) {
    if (pair.kind() == PairKind.EXACT) {
      exact.addShort(pair);
      return;
    }
    attempted++;
    seconds += pair.seconds();
    if (pair.crash() != null) {
      crashes.add(pair.crash().message());
    }
    if (!pair.complete()) {
      refuse(Outcome.BROKEN, pair.crash().message());
      return;
    }
    PairDifference difference = PairDifference.of(pair, row.mode().equals("sample"));
    if (!difference.logs().containsKey(Metric.TYPICAL)) {
      refuse(Outcome.INVALID, "it gave no finite score");
      return;
    }
    boolean confirming = pair.kind() == PairKind.CONFIRM;
    if (!confirming && steadiness.rejects(pair)) {
      restart();
      return;
    }
    differences.add(difference);
    exact.addTimed(pair);
    difference
        .logs()
        .forEach(
            (metric, log) -> {
              if (confirming) {
                metrics.get(metric).confirm(log);
              } else {
                metrics.get(metric).measure(log);
              }
            });
    if (confirming) {
      fresh++;
      if (fresh == rules.confirmations()) {
        confirm();
      }
    } else {
      measured++;
      if (measured == looks.pairs(looked)) {
        look();
      }
    }
  }

  private void restart() {
    measured = 0;
    differences.clear();
    exact.clearTimed();
    metrics.values().forEach(MetricCourse::clear);
  }

  private void look() {
    boolean holds = false;
    for (MetricCourse metric : present()) {
      MetricCourse.Standing standing = standing(metric);
      if (standing.regressed()) {
        suspects.add(metric.metric());
      }
      holds |= metric.metric() != Metric.TYPICAL && standing.looksTooSlow();
    }
    if (!suspects.isEmpty()) {
      stage = rules.confirmations() == 0 ? Stage.CLOSED : Stage.CONFIRMING;
      if (stage == Stage.CLOSED) {
        confirmed.addAll(suspects);
      }
    } else if (standing(metrics.get(Metric.TYPICAL)).withinTolerance() && !holds
        || looked == looks.count() - 1) {
      stage = Stage.CLOSED;
    } else {
      looked++;
    }
  }

  private void confirm() {
    for (Metric suspect : suspects) {
      MetricCourse metric = metrics.get(suspect);
      if (standing(metric).slower() && metric.freshAgree()) {
        confirmed.add(suspect);
      }
    }
    stage = Stage.CLOSED;
  }

  private List<MetricCourse> present() {
    return metrics.values().stream().filter(metric -> !metric.isEmpty()).toList();
  }

  private Margin margin(Metric metric) {
    return rules.margin(row, metric, nanos(Arm.BASELINE));
  }

  private double nanos(Arm arm) {
    double[] levels = differences.stream().mapToDouble(d -> d.level().get(arm)).toArray();
    return Math.exp(StatUtils.percentile(levels, 50));
  }

  private MetricCourse.Standing standing(MetricCourse metric) {
    return metric.standing(margin(metric.metric()), looks, looked);
  }

  /**
   * Whether the short forks showed more allocation, so that more of them should tell.
   *
   * @return false once there are enough of them
   */
  public boolean wantsExact() {
    return exact.wantsMore();
  }

  /**
   * How long the forks of the next pair are.
   *
   * @param planned their length at first
   * @return that, or longer where forks so far were still warming up when they were measured
   */
  public Shape shape(Shape planned) {
    return steadiness.shape(planned);
  }

  /**
   * What can be said with the pairs so far.
   *
   * @return a verdict; INCONCLUSIVE for a row that is not closed
   */
  public RowVerdict verdict() {
    List<MetricVerdict> found = new ArrayList<>();
    for (MetricCourse metric : differences.isEmpty() ? List.<MetricCourse>of() : present()) {
      MetricCourse.Standing standing = standing(metric);
      boolean looked = stage == Stage.CLOSED || measured >= looks.pairs(0);
      Outcome outcome =
          confirmed.contains(metric.metric())
              ? Outcome.FAIL
              : looked && standing.withinTolerance() ? Outcome.PASS : Outcome.INCONCLUSIVE;
      found.add(
          new MetricVerdict(
              metric.metric(),
              standing.margin(),
              outcome,
              Math.exp(standing.estimate()),
              Math.exp(standing.low()),
              Math.exp(standing.high()),
              metric.p(standing.margin(), looks)));
    }
    Findings findings = new Findings(differences, crashes);
    if (stage == Stage.CLOSED && !suspects.isEmpty() && confirmed.isEmpty()) {
      findings.add(
          "NOT CONFIRMED: the first "
              + measured
              + " pairs were slower, "
              + fresh
              + " fresh ones not");
    }
    steadiness.finding().ifPresent(findings::add);
    List<ExactVerdict> counted = exact.verdicts();
    return new RowVerdict(
        row,
        with(counted, outcome(found, findings)),
        attempted,
        crashes.size(),
        seconds,
        differences.isEmpty() ? Double.NaN : nanos(Arm.BASELINE),
        differences.isEmpty() ? Double.NaN : nanos(Arm.CANDIDATE),
        found,
        findings.all(),
        counted);
  }

  private static Outcome with(List<ExactVerdict> exact, Outcome timed) {
    if (timed == Outcome.INVALID || timed == Outcome.BROKEN) {
      return timed;
    }
    if (exact.stream().anyMatch(e -> e.outcome() == Outcome.FAIL)) {
      return Outcome.FAIL;
    }
    boolean open = exact.stream().anyMatch(e -> e.outcome() == Outcome.INCONCLUSIVE);
    return timed == Outcome.PASS && open ? Outcome.INCONCLUSIVE : timed;
  }

  private Outcome outcome(List<MetricVerdict> found, Findings findings) {
    if (refusedAs != null) {
      findings.add(refusal);
      return refusedAs;
    }
    if (crashes.size() > Math.max(1, CRASH_LIMIT * attempted)) {
      findings.add(crashes.size() + " of " + attempted + " pairs had a crash");
      return Outcome.INVALID;
    }
    if (stage != Stage.CLOSED) {
      findings.add("ended after " + measured + " pairs, before its next look");
      return Outcome.INCONCLUSIVE;
    }
    if (!confirmed.isEmpty()) {
      if (findings.orderDecides()) {
        return Outcome.INCONCLUSIVE;
      }
      return Outcome.FAIL;
    }
    boolean held =
        found.stream()
            .anyMatch(m -> m.metric() != Metric.TYPICAL && m.ratio() > 1 + m.margin().tolerance());
    if (found.get(0).outcome() != Outcome.PASS) {
      findings.add(
          Undecided.advice(
              found.get(0),
              metrics.get(Metric.TYPICAL).deviation(),
              looks.passLevel(looks.count() - 1),
              measured));
    }
    return found.get(0).outcome() == Outcome.PASS && !held ? Outcome.PASS : Outcome.INCONCLUSIVE;
  }
}
