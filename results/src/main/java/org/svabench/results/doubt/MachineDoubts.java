package org.svabench.results.doubt;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.StatUtils;
import org.svabench.results.doubt.Doubt.Kind;
import org.svabench.results.run.ForkRecord;
import org.svabench.results.run.MachineProbe;

/** What the machine did while forks ran. Limits are those from which {@code doctor} says bad. */
public final class MachineDoubts {
  /** Of the CPUs' time. */
  private static final double STOLEN = 0.02;

  /** CPUs. */
  private static final double OTHERS = 0.25;

  private static final double DRIFT = 0.10;

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
    return Stream.of(
            above(
                forks,
                fork ->
                    fork.stealTicks()
                        / (MachineProbe.TICKS_PER_SECOND
                            * Math.max(1, cpus)
                            * Math.max(fork.seconds(), 0.01)),
                STOLEN,
                (most, where) ->
                    doubt(
                        Kind.STOLEN_TIME,
                        ScoreDoubts.percent(most),
                        "hypervisor took %s of the CPUs " + where)),
            above(
                forks,
                fork -> fork.othersCpus() == null ? others(fork) : fork.othersCpus(),
                OTHERS,
                (most, where) ->
                    doubt(
                        Kind.OTHER_LOAD,
                        String.format(Locale.ROOT, "%.1f CPUs", most),
                        "other processes kept %s busy " + where)),
            above(
                forks,
                fork -> fork.paceNanos() == null ? 0 : Math.abs(fork.paceNanos() / usualPace - 1),
                DRIFT,
                (most, where) ->
                    doubt(
                        Kind.DRIFT,
                        ScoreDoubts.percent(most),
                        "clock rate or neighbours changed: fixed work %s off the run's usual "
                            + where)),
            above(
                forks,
                fork -> fork.throttles() == null ? 0 : fork.throttles(),
                0,
                (most, where) ->
                    doubt(
                        Kind.HEAT,
                        String.format(Locale.ROOT, "%.0f times", most),
                        "CPU slowed down for heat %s " + where)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** From the load average, which has the run's own last forks in it: up to a CPU for them. */
  private double others(ForkRecord fork) {
    return cpus > 0 && fork.load() > 1 + cpus / 2.0 ? fork.load() - 1 : 0;
  }

  private static Optional<Doubt> above(
      List<ForkRecord> forks,
      ToDoubleFunction<ForkRecord> figure,
      double limit,
      BiFunction<Double, String, Doubt> doubt) {
    double[] figures = forks.stream().mapToDouble(figure).filter(f -> f > limit).toArray();
    return Arrays.stream(figures)
        .boxed()
        .max(Double::compare)
        .map(most -> doubt.apply(most, "in " + figures.length + " of " + forks.size() + " forks"));
  }

  private static Doubt doubt(Kind kind, String extent, String words) {
    return new Doubt(kind, extent, words.replace("%s", extent));
  }
}
