package org.svabench.results.gate.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.stat.StatUtils;
import org.svabench.results.gate.record.ForkLog;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.gate.record.Shape;
import org.svabench.results.statistics.TimePerOperation;

/**
 * Whether forks are warm when they are measured: the good windows of the late warm-up are held
 * against those of the measurement. Where most forks of the first pairs drift, the row starts anew
 * with longer ones, twice at most. Not for concurrent use.
 */
final class Steadiness {
  private static final double DRIFT = Math.log(1.05);
  private static final double GOOD = 10;
  private static final int PROBES = 2;
  private static final int FEWEST_WINDOWS = 10;
  private static final double[] LONGER = {2.5, 5};

  private final List<Double> drifts = new ArrayList<>();
  private int pairs;
  private int level;

  /** Length of the next forks. */
  Shape shape(Shape planned) {
    double times = level == 0 ? 1 : LONGER[level - 1];
    return new Shape(
        (int) (planned.warmups() * times),
        (int) (planned.measurements() * times),
        planned.windowMillis());
  }

  /** Takes a pair that is to be measured; true where it and those before it do not count. */
  boolean rejects(PairRecord pair) {
    if (pairs == PROBES
        || level == LONGER.length
        || pair.shape().warmups() < FEWEST_WINDOWS
        || pair.shape().measurements() < FEWEST_WINDOWS) {
      return false;
    }
    pair.forks().values().forEach(fork -> drifts.add(drift(fork)));
    pairs++;
    long drifting = drifts.stream().filter(drift -> drift > DRIFT).count();
    if (pairs < PROBES || 2 * drifting <= drifts.size()) {
      return false;
    }
    drifts.clear();
    pairs = 0;
    level++;
    return true;
  }

  Optional<String> finding() {
    return level == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "SLOW WARM-UP: forks %.3g times as long as planned, since most were still getting"
                    + " faster when they were measured",
                LONGER[level - 1]));
  }

  /** How much slower the late warm-up was than the measurement, in logs. */
  private static double drift(ForkLog fork) {
    double[] warm = nanos(fork, false);
    double late =
        StatUtils.percentile(Arrays.copyOfRange(warm, warm.length / 2, warm.length), GOOD);
    return Math.log(late / StatUtils.percentile(nanos(fork, true), GOOD));
  }

  private static double[] nanos(ForkLog fork, boolean measured) {
    return fork.windows().stream()
        .filter(window -> window.measured() == measured)
        .mapToDouble(window -> TimePerOperation.nanos(fork.unit(), window.median()))
        .toArray();
  }
}
