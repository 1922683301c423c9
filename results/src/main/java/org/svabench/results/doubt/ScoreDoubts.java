package org.svabench.results.doubt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.stat.StatUtils;
import org.svabench.results.doubt.Doubt.Kind;
import org.svabench.results.jmh.JmhMetric;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.statistics.Direction;
import org.svabench.results.statistics.ForkSummary;
import org.svabench.results.statistics.Robust;
import org.svabench.results.statistics.Split;
import org.svabench.results.statistics.Trend;

/**
 * What a row's own figures say against it. JMH's JSON has no warm-up iterations, so warm-up is
 * judged by whether the measured ones still fall.
 */
final class ScoreDoubts {
  private static final double FORKS_APART = Math.log(1.10);
  private static final double STILL_FALLING = Math.log(1.05);

  /** Of a standard normal distribution, 1 % lie above. */
  private static final double ONE_PER_CENT = 2.33;

  private static final double WIDE = 0.25;

  private ScoreDoubts() {}

  static List<Doubt> of(JmhResult result) {
    List<Doubt> doubts = new ArrayList<>();
    double[][] times = logTimes(result.primary());
    forksApart(result.primary(), times).ifPresent(doubts::add);
    warmingUp(times).ifPresent(doubts::add);
    wide(result.primary()).ifPresent(doubts::add);
    rate(result).ifPresent(doubts::add);
    return doubts;
  }

  /** Logarithms of the iterations as times, whatever the unit; without what has none. */
  private static double[][] logTimes(JmhMetric metric) {
    int sign = Direction.of(metric.unit()) == Direction.BIGGER_IS_BETTER ? -1 : 1;
    return Arrays.stream(metric.rawData())
        .map(
            fork ->
                Arrays.stream(fork)
                    .filter(score -> score > 0 && Double.isFinite(score))
                    .map(score -> sign * Math.log(score))
                    .toArray())
        .toArray(double[][]::new);
  }

  private static Optional<Doubt> forksApart(JmhMetric metric, double[][] times) {
    Direction direction = Direction.of(metric.unit());
    double[] levels =
        Arrays.stream(ForkSummary.logOf(metric.rawData(), direction))
            .filter(Double::isFinite)
            .map(log -> direction == Direction.BIGGER_IS_BETTER ? -log : log)
            .sorted()
            .toArray();
    double[] spreads =
        Arrays.stream(times).filter(t -> t.length > 0).mapToDouble(Robust::deviation).toArray();
    if (levels.length < 2) {
      return Optional.empty();
    }
    int fast = Split.of(levels, FORKS_APART, StatUtils.percentile(spreads, 50));
    if (fast == 0) {
      return Optional.empty();
    }
    int slow = levels.length - fast;
    double apart =
        Math.expm1(
            StatUtils.percentile(levels, fast, slow, 50)
                - StatUtils.percentile(levels, 0, fast, 50));
    return Optional.of(
        new Doubt(
            Kind.FORKS_DIFFER,
            percent(apart),
            String.format(
                Locale.ROOT,
                "forks differ: %d of %d ran %s slower than the others",
                slow,
                levels.length,
                percent(apart))));
  }

  private static Optional<Doubt> warmingUp(double[][] times) {
    double[] falls =
        Arrays.stream(times).filter(t -> t.length > 2).mapToDouble(ScoreDoubts::fall).toArray();
    double fall = falls.length == 0 ? 0 : StatUtils.percentile(falls, 50);
    return fall > STILL_FALLING && Trend.fall(times) > ONE_PER_CENT
        ? Optional.of(
            new Doubt(
                Kind.WARMING_UP,
                percent(-Math.expm1(-fall)),
                "still warming up: measured iterations fell by " + percent(-Math.expm1(-fall))))
        : Optional.empty();
  }

  /** By how much the last third is faster than the first. */
  private static double fall(double[] times) {
    int third = Math.max(1, times.length / 3);
    return StatUtils.percentile(times, 0, third, 50)
        - StatUtils.percentile(times, times.length - third, third, 50);
  }

  private static Optional<Doubt> wide(JmhMetric metric) {
    double known = metric.error() / Math.abs(metric.score());
    return known > WIDE
        ? Optional.of(
            new Doubt(Kind.TOO_WIDE, "+-" + percent(known), "score known to +-" + percent(known)))
        : Optional.empty();
  }

  private static Optional<Doubt> rate(JmhResult result) {
    JmhMetric reached = result.secondary().get(RateReached.METRIC);
    return reached != null && reached.score() < RateReached.ENOUGH
        ? Optional.of(
            new Doubt(
                Kind.RATE_MISSED,
                String.format(Locale.ROOT, "%.1f %%", reached.score()),
                String.format(
                    Locale.ROOT,
                    "rate not reached: %.1f %% of the calls due were made",
                    reached.score())))
        : Optional.empty();
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
