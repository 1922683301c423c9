package org.svabench.results.gate.verdict;

import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.stat.StatUtils;
import org.svabench.results.gate.record.ForkLog;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.gate.record.Shape;
import org.svabench.results.gate.record.Window;
import org.svabench.results.statistics.TimePerOperation;

/**
 * Whether forks are warm when they are measured: the first half of the measurement is held against
 * the second. Where the forks of a pair, taken together, get faster in every one of the first
 * pairs, the row starts anew with longer forks, twice at most. One pair or two would not do: on a
 * busy machine a third of all forks seem to drift. Not for concurrent use.
 */
final class Steadiness {
  private static final double DRIFT = Math.log(1.05);
  private static final int PROBES = 5;
  private static final int FEWEST_WINDOWS = 10;
  private static final double[] LONGER = {2.5, 5};

  private int drifting;
  private boolean steady;
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
    if (steady || level == LONGER.length || pair.shape().measurements() < FEWEST_WINDOWS) {
      return false;
    }
    steady =
        pair.forks().values().stream().mapToDouble(Steadiness::drift).average().orElse(0) < DRIFT;
    if (steady || ++drifting < PROBES) {
      return false;
    }
    drifting = 0;
    level++;
    return true;
  }

  Optional<String> finding() {
    return level == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "SLOW WARM-UP: forks %.3g times as long as planned, since pair after pair was"
                    + " still getting faster while it was measured",
                LONGER[level - 1]));
  }

  /** How much slower the first half of the measurement was than the second, in logs. */
  private static double drift(ForkLog fork) {
    double[] nanos =
        fork.windows().stream()
            .filter(Window::measured)
            .mapToDouble(window -> TimePerOperation.nanos(fork.unit(), window.median()))
            .toArray();
    int half = nanos.length / 2;
    return Math.log(
        StatUtils.percentile(nanos, 0, half, 50)
            / StatUtils.percentile(nanos, half, nanos.length - half, 50));
  }
}
