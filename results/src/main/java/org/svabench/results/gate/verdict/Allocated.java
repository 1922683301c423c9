package org.svabench.results.gate.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.StatUtils;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.ForkLog;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.gate.record.Shape;
import org.svabench.results.gate.record.Window;
import org.svabench.results.jmh.ResultKey;
import org.svabench.results.statistics.Direction;
import org.svabench.results.statistics.TimePerOperation;

/**
 * Bytes per operation of either side, and whether the candidate allocates more.
 *
 * <p>What JMH's {@code -prof gc} reports is the benchmark's own allocation plus a constant of the
 * harness per iteration, which weighs the more the fewer operations an iteration has. The constant
 * is measured by a benchmark that does nothing and taken off.
 */
final class Allocated {
  static final String COUNTER = "allocation";

  private static final String METRIC = "gc.alloc.rate.norm";
  private static final double LEAST_BYTES = 0.5;
  private static final double LEAST_SHARE = 0.0005;

  /**
   * How far the harness' own bytes of an iteration lie apart (measured: 5,454 to 6,900 around 5,760
   * for JMH 1.37 on JDK 17). Shared by the operations of an iteration, it is what cannot be told
   * apart: nothing for a short operation, much for one that fills the window.
   */
  private static final double HARNESS_SPREAD = 1500;

  private static final double EIGHTHS = 8;

  /** A rise must be seen in so many pairs, and in all there are. */
  static final int PAIRS = 3;

  private final double bytesPerIteration;
  private final ResultKey row;

  Allocated(double bytesPerIteration, ResultKey row) {
    this.bytesPerIteration = bytesPerIteration;
    this.row = row;
  }

  /** Bytes per operation of a fork, rounded to an eighth; empty where nothing was counted. */
  OptionalDouble perOperation(ForkLog fork, Shape shape) {
    OptionalDouble reported = reported(fork);
    if (reported.isEmpty()) {
      return reported;
    }
    double corrected = reported.getAsDouble() - bytesPerIteration / operations(fork, shape);
    return OptionalDouble.of(Math.max(0, Math.rint(corrected * EIGHTHS) / EIGHTHS));
  }

  /** Bytes per operation with the harness' share, the median over iterations. */
  OptionalDouble reported(ForkLog fork) {
    double[] bytes = fork.secondary().get(METRIC);
    return bytes == null || bytes.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(StatUtils.percentile(bytes, 50));
  }

  /** Operations of an iteration, from its length and the score. */
  double operations(ForkLog fork, Shape shape) {
    if (row.mode().equals("ss")) {
      return 1;
    }
    double[] scores =
        fork.windows().stream().filter(Window::measured).mapToDouble(Window::score).toArray();
    double nanos = TimePerOperation.nanos(fork.unit(), StatUtils.percentile(scores, 50));
    boolean throughput = Direction.of(fork.unit()) == Direction.BIGGER_IS_BETTER;
    return Math.max(1, shape.windowMillis() * 1e6 / nanos * (throughput ? 1 : row.threads()));
  }

  /** Judges complete pairs of one row; empty where nothing was counted. */
  Optional<ExactVerdict> judge(List<PairRecord> pairs) {
    double[] a = levels(pairs, Arm.BASELINE);
    double[] b = levels(pairs, Arm.CANDIDATE);
    if (a.length == 0 || a.length != b.length) {
      return Optional.empty();
    }
    double leastA = StatUtils.min(a);
    double leastB = StatUtils.min(b);
    double blur = blur(pairs);
    int risen = 0;
    for (int i = 0; i < a.length; i++) {
      risen += rises(a[i], b[i], blur) ? 1 : 0;
    }
    Outcome outcome = Outcome.PASS;
    String why = leastA == leastB ? "the same" : "";
    if (risen == a.length && rises(leastA, leastB, blur)) {
      outcome = a.length >= PAIRS ? Outcome.FAIL : Outcome.INCONCLUSIVE;
      why = "more in each of " + a.length + " pairs";
    } else if (risen > 0 && !Arrays.stream(b).allMatch(level -> seen(a, level, blur))) {
      outcome = Outcome.INCONCLUSIVE;
      why = String.format(Locale.ROOT, "BIMODAL: more in %d of %d pairs", risen, a.length);
    } else if (risen > 0) {
      why = "BIMODAL: both sides have the same levels";
    } else if (rises(leastB, leastA, blur)) {
      why = "less";
    }
    return Optional.of(new ExactVerdict(COUNTER, "B/op", leastA, leastB, outcome, why));
  }

  private double[] levels(List<PairRecord> pairs, Arm arm) {
    return pairs.stream()
        .map(pair -> perOperation(pair.forks().get(arm), pair.shape()))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .toArray();
  }

  /** Bytes per operation that the harness' own spread makes of no meaning. */
  private double blur(List<PairRecord> pairs) {
    return pairs.stream()
        .flatMap(
            pair ->
                pair.forks().values().stream()
                    .map(fork -> HARNESS_SPREAD / operations(fork, pair.shape())))
        .max(Double::compare)
        .orElse(0.0);
  }

  private static boolean seen(double[] levels, double level, double blur) {
    return Arrays.stream(levels).anyMatch(known -> !rises(known, level, blur));
  }

  private static boolean rises(double from, double to, double blur) {
    return to - from > Math.max(blur, Math.max(LEAST_BYTES, LEAST_SHARE * from));
  }
}
