package org.svabench.benchmarks.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.ForkLog;
import org.svabench.results.gate.record.PairKind;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.gate.record.Pairing;
import org.svabench.results.gate.record.Shape;
import org.svabench.results.gate.record.Window;
import org.svabench.results.jmh.ResultKey;

/**
 * One real pair, a line of the data set, five digits. The gate decides from the measured windows;
 * those of the warm-up are kept for questions about how long a fork should be.
 *
 * @param kernel its name
 * @param repeats of the candidate, 100 for no change
 * @param pairing how the forks met
 * @param first who started
 * @param startedAt UTC, ISO 8601
 * @param seconds wall time
 * @param load one-minute load average before it
 * @param millis length of a window
 * @param baseline nanoseconds per operation, window by window
 * @param candidate likewise
 * @param baselineWarmup the windows before them
 * @param candidateWarmup likewise
 * @param cpu what both were kept on, null where the scheduler chose
 */
record RecordedPair(
    String kernel,
    int repeats,
    Pairing pairing,
    Arm first,
    String startedAt,
    double seconds,
    double load,
    int millis,
    double[] baseline,
    double[] candidate,
    double[] baselineWarmup,
    double[] candidateWarmup,
    Integer cpu) {

  /** A pair that the gate's own forks made, or forks that were paired as the gate does it. */
  static RecordedPair of(Kernel kernel, int repeats, PairRecord pair) {
    ForkLog baseline = pair.forks().get(Arm.BASELINE);
    ForkLog candidate = pair.forks().get(Arm.CANDIDATE);
    return new RecordedPair(
        kernel.name(),
        repeats,
        pair.pairing(),
        pair.first(),
        pair.startedAt(),
        pair.seconds(),
        pair.load(),
        pair.shape().windowMillis(),
        scores(baseline, true),
        scores(candidate, true),
        scores(baseline, false),
        scores(candidate, false),
        baseline.cpu());
  }

  private static double[] scores(ForkLog fork, boolean measured) {
    return fork.windows().stream()
        .filter(window -> window.measured() == measured)
        .mapToDouble(window -> Double.parseDouble(String.format("%.4e", window.score())))
        .toArray();
  }

  boolean usable() {
    return kernel != null
        && pairing != null
        && first != null
        && baseline != null
        && candidate != null
        && baselineWarmup != null
        && candidateWarmup != null
        && baseline.length > 1
        && baseline.length == candidate.length;
  }

  /** The same pair with the arms exchanged: of one jar with itself it is as good a pair. */
  RecordedPair exchanged() {
    return with(
        repeats, first.other(), seconds, candidate, baseline, candidateWarmup, baselineWarmup);
  }

  private RecordedPair with(
      int otherRepeats,
      Arm otherFirst,
      double otherSeconds,
      double[] otherBaseline,
      double[] otherCandidate,
      double[] otherBaselineWarmup,
      double[] otherCandidateWarmup) {
    return new RecordedPair(
        kernel,
        otherRepeats,
        pairing,
        otherFirst,
        startedAt,
        otherSeconds,
        load,
        millis,
        otherBaseline,
        otherCandidate,
        otherBaselineWarmup,
        otherCandidateWarmup,
        cpu);
  }

  /** The same pair with other work put into its candidate, which takes its time in proportion. */
  RecordedPair with(int otherRepeats) {
    return with(
        otherRepeats,
        first,
        seconds,
        baseline,
        scaled(candidate, otherRepeats),
        baselineWarmup,
        scaled(candidateWarmup, otherRepeats));
  }

  private double[] scaled(double[] scores, int otherRepeats) {
    return Arrays.stream(scores).map(score -> score * otherRepeats / repeats).toArray();
  }

  /** Every pair of a kernel as one of every size, and as it would be with the arms exchanged. */
  static List<RecordedPair> pooled(List<RecordedPair> pairs) {
    List<RecordedPair> all = new ArrayList<>();
    for (RecordedPair pair : pairs) {
      RecordedPair same = pair.with(100);
      for (int size : Recorder.SIZES) {
        all.add(same.with(size));
        all.add(same.exchanged().with(size));
      }
    }
    return all;
  }

  /**
   * What forks of another length would have recorded: these windows' first ones.
   *
   * @param shape no longer than what was recorded
   */
  RecordedPair of(Shape shape) {
    int dropped = baselineWarmup.length + baseline.length - shape.warmups() - shape.measurements();
    if (dropped < 0 || shape.measurements() < 2) {
      throw new IllegalArgumentException("longer than what was recorded, or nothing");
    }
    return with(
        repeats,
        first,
        seconds - 2 * dropped * millis / 1000.0,
        windows(baselineWarmup, baseline, shape.warmups(), shape.measurements()),
        windows(candidateWarmup, candidate, shape.warmups(), shape.measurements()),
        windows(baselineWarmup, baseline, 0, shape.warmups()),
        windows(candidateWarmup, candidate, 0, shape.warmups()));
  }

  private static double[] windows(double[] warmup, double[] measured, int from, int count) {
    return DoubleStream.concat(Arrays.stream(warmup), Arrays.stream(measured))
        .skip(from)
        .limit(count)
        .toArray();
  }

  /** As the gate keeps it. */
  PairRecord as(PairKind kind, ResultKey row) {
    Map<Arm, ForkLog> forks = new EnumMap<>(Arm.class);
    forks.put(Arm.BASELINE, log(baseline));
    forks.put(Arm.CANDIDATE, log(candidate));
    return new PairRecord(
        1,
        row,
        kind,
        pairing,
        new Shape(0, baseline.length, millis),
        first,
        startedAt,
        seconds,
        load,
        -1,
        null,
        null,
        forks);
  }

  private static ForkLog log(double[] scores) {
    List<Window> windows = new ArrayList<>();
    for (double score : scores) {
      windows.add(new Window(true, 0, 0, score, score, score));
    }
    return new ForkLog("ns/op", windows, new TreeMap<>());
  }
}
