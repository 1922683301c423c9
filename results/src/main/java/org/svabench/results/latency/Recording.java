package org.svabench.results.latency;

import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What one timed call of one row recorded.
 *
 * @param benchmark fully qualified name; the file's name where the row is unknown
 * @param params of the row
 * @param call what was timed, such as {@code bind}
 * @param callsPerSample each recorded value is the time of so many calls
 * @param intervals nanoseconds per sample, in the order of time, at least one
 */
public record Recording(
    String benchmark,
    Map<String, String> params,
    String call,
    int callsPerSample,
    List<Histogram> intervals) {

  /**
   * All intervals together.
   *
   * @return a new histogram, nanoseconds per sample
   */
  public Histogram sum() {
    Histogram all = intervals.get(0).copy();
    for (Histogram interval : intervals.subList(1, intervals.size())) {
      all.add(interval);
    }
    return all;
  }

  /**
   * A name for files and tags: class, method, parameters, call; no blanks, no commas.
   *
   * @return unique among the recordings of a run
   */
  public String name() {
    return FileNames.ofRow(benchmark, params)
        + "."
        + FileNames.plain(call)
        + (callsPerSample == 1 ? "" : ".mean-of-" + callsPerSample);
  }
}
