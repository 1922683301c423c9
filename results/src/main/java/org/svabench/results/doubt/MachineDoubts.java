package org.svabench.results.doubt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;
import org.svabench.results.doubt.Doubt.Kind;
import org.svabench.results.run.ForkRecord;

/** What the machine did while forks ran. Limits are those from which {@code doctor} says bad. */
public final class MachineDoubts {
  /** Of the CPUs' time. */
  private static final double STOLEN = 0.02;

  /** CPUs. */
  private static final double OTHERS = 0.25;

  private static final double DRIFT = 0.10;

  /** Kernel ticks a second, per CPU, on every Linux this runs on. */
  private static final double TICKS = 100;

  private final int cpus;
  private final double usualPace;

  /**
   * Takes the whole run as what is usual.
   *
   * @param cpus of the machine, -1 unknown
   * @param all forks of the run
   */
  public MachineDoubts(int cpus, List<ForkRecord> all) {
    this.cpus = cpus;
    double[] paces =
        all.stream()
            .map(ForkRecord::paceNanos)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    this.usualPace = paces.length == 0 ? Double.NaN : StatUtils.percentile(paces, 50);
  }

  /**
   * Judges a row.
   *
   * @param forks of it
   * @return empty where nothing is wrong or known
   */
  public List<Doubt> of(List<ForkRecord> forks) {
    List<Doubt> doubts = new ArrayList<>();
    above(
        forks,
        fork -> fork.stealTicks() / (TICKS * Math.max(1, cpus) * Math.max(fork.seconds(), 0.01)),
        STOLEN,
        Kind.STOLEN_TIME,
        "%.0f %%",
        100,
        "hypervisor took %s of the CPUs %s",
        doubts);
    above(
        forks,
        fork -> fork.othersCpus() == null ? others(fork) : fork.othersCpus(),
        OTHERS,
        Kind.OTHER_LOAD,
        "%.1f CPUs",
        1,
        "other processes kept %s busy %s",
        doubts);
    above(
        forks,
        fork -> fork.paceNanos() == null ? 0 : Math.abs(fork.paceNanos() / usualPace - 1),
        DRIFT,
        Kind.DRIFT,
        "%.0f %%",
        100,
        "clock rate or neighbours changed: fixed work %s off the run's usual %s",
        doubts);
    above(
        forks,
        fork -> fork.throttles() == null ? 0 : fork.throttles(),
        0,
        Kind.HEAT,
        "%.0f times",
        1,
        "CPU slowed down for heat %s %s",
        doubts);
    return doubts;
  }

  /** From the load average, which has the run's own last forks in it: up to a CPU for them. */
  private double others(ForkRecord fork) {
    return cpus > 0 && fork.load() > 1 + cpus / 2.0 ? fork.load() - 1 : 0;
  }

  private static void above(
      List<ForkRecord> forks,
      ToDoubleFunction<ForkRecord> figure,
      double limit,
      Kind kind,
      String extent,
      double scale,
      String words,
      List<Doubt> doubts) {
    double[] figures = forks.stream().mapToDouble(figure).filter(f -> f > limit).toArray();
    if (figures.length > 0) {
      String where = "in " + figures.length + " of " + forks.size() + " forks";
      String most =
          String.format(Locale.ROOT, extent, scale * Arrays.stream(figures).max().orElseThrow());
      doubts.add(new Doubt(kind, most, String.format(Locale.ROOT, words, most, where)));
    }
  }
}
