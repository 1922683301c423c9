package org.svabench.benchmarks.evidence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.ForkLog;
import org.svabench.results.gate.record.PairKind;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.gate.record.Pairing;
import org.svabench.results.gate.record.Shape;
import org.svabench.results.gate.record.Window;
import org.svabench.results.jmh.ResultKey;

/**
 * One real pair, a line of the data set: measured windows only, five digits.
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
    double[] candidate) {

  static double[] scores(ForkLog fork) {
    return fork.windows().stream()
        .filter(Window::measured)
        .mapToDouble(window -> Double.parseDouble(String.format("%.4e", window.score())))
        .toArray();
  }

  boolean usable() {
    return kernel != null
        && pairing != null
        && first != null
        && baseline != null
        && candidate != null
        && baseline.length > 1
        && baseline.length == candidate.length;
  }

  /** The same pair with the arms exchanged: of one jar with itself it is as good a pair. */
  RecordedPair exchanged() {
    return new RecordedPair(
        kernel,
        repeats,
        pairing,
        first.other(),
        startedAt,
        seconds,
        load,
        millis,
        candidate,
        baseline);
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
