package org.svabench.results.gate.verdict;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.ForkLog;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.gate.record.Pairing;
import org.svabench.results.gate.record.Window;
import org.svabench.results.statistics.TimePerOperation;

/**
 * A pair as natural logarithms of time ratios: above 0 the candidate is slower.
 *
 * @param first who started
 * @param logs per metric ln(candidate / baseline); absent where the windows have no finite score
 * @param level per arm ln of nanoseconds per operation in the good windows, to see modes
 */
public record PairDifference(Arm first, Map<Metric, Double> logs, Map<Arm, Double> level) {
  private static final double GOOD = 10;
  private static final double BAD = 90;

  /**
   * Compares the forks of a complete pair.
   *
   * @param pair complete
   * @param sampled whether the row is of sample mode
   * @return its difference
   */
  public static PairDifference of(PairRecord pair, boolean sampled) {
    ForkLog baseline = pair.forks().get(Arm.BASELINE);
    ForkLog candidate = pair.forks().get(Arm.CANDIDATE);
    ToDoubleFunction<Window> typical = sampled ? Window::median : Window::score;
    double[] a = nanos(baseline, typical);
    double[] b = nanos(candidate, typical);
    Map<Metric, Double> logs = new EnumMap<>(Metric.class);
    put(
        logs,
        Metric.TYPICAL,
        pair.pairing() == Pairing.TURNSTILE
            ? medianOfNeighbours(a, b, pair.first())
            : ratio(a, b, GOOD));
    double[] meanA = sampled ? nanos(baseline, Window::score) : a;
    double[] meanB = sampled ? nanos(candidate, Window::score) : b;
    put(logs, Metric.MEAN, Math.log(StatUtils.mean(meanB) / StatUtils.mean(meanA)));
    put(logs, Metric.UPPER, ratio(meanA, meanB, BAD));
    if (sampled) {
      put(logs, Metric.P99, ratio(nanos(baseline, Window::p99), nanos(candidate, Window::p99), 50));
    }
    Map<Arm, Double> level = new EnumMap<>(Arm.class);
    level.put(Arm.BASELINE, Math.log(StatUtils.percentile(a, GOOD)));
    level.put(Arm.CANDIDATE, Math.log(StatUtils.percentile(b, GOOD)));
    return new PairDifference(pair.first(), logs, level);
  }

  private static void put(Map<Metric, Double> logs, Metric metric, double log) {
    if (Double.isFinite(log)) {
      logs.put(metric, log);
    }
  }

  private static double ratio(double[] a, double[] b, double percentile) {
    return Math.log(StatUtils.percentile(b, percentile) / StatUtils.percentile(a, percentile));
  }

  private static double[] nanos(ForkLog fork, ToDoubleFunction<Window> score) {
    return fork.windows().stream()
        .filter(Window::measured)
        .mapToDouble(window -> TimePerOperation.nanos(fork.unit(), score.applyAsDouble(window)))
        .toArray();
  }

  /**
   * Every window but the first and the last has two neighbours of the other fork, one before and
   * one after it. Held against both, a change of the machine counts once for and once against an
   * arm; what the odd number of neighbours leaves of a steady drift, balanced orders cancel.
   */
  private static double medianOfNeighbours(double[] a, double[] b, Arm first) {
    int each = Math.min(a.length, b.length);
    double[] leading = first == Arm.BASELINE ? a : b;
    double[] following = first == Arm.BASELINE ? b : a;
    double[] logs = new double[Math.max(0, 2 * each - 1)];
    Arrays.setAll(logs, i -> Math.log(following[i / 2] / leading[(i + 1) / 2]));
    double median = StatUtils.percentile(logs, 50);
    return first == Arm.BASELINE ? median : -median;
  }
}
