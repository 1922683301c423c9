package org.svabench.benchmarks.invalidate;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.svabench.benchmarks.trace.TraceInput;
import org.svabench.benchmarks.trace.TraceReader;
import org.svabench.model.mm.FlushRule;
import org.svabench.results.input.BadInput;

/** The notifications of the first mm of a trace, in order. Immutable. */
final class Workload {
  /** Captures that the jar holds. */
  static final List<String> BUNDLED = List.of("jvm-g1", "redis-bgsave");

  private final String name;
  private final long[] starts;
  private final long[] ends;
  private final byte[] strides;

  /** Takes the arrays over. */
  Workload(String name, long[] starts, long[] ends, byte[] strides) {
    this.name = name;
    this.starts = starts;
    this.ends = ends;
    this.strides = strides;
  }

  /**
   * Reads a trace in any format that replay takes.
   *
   * @param word one of {@link #BUNDLED}, or a file
   * @return its notifications
   * @throws BadInput where it cannot be read, or its first mm is never notified
   */
  static Workload of(String word) {
    try (TraceInput input = opened(word)) {
      FirstMm sink = new FirstMm();
      new TraceReader(input).read(sink);
      return sink.workload(word);
    } catch (IOException failure) {
      throw new BadInput(word + ": cannot be closed: " + failure.getMessage());
    }
  }

  private static TraceInput opened(String word) {
    if (!BUNDLED.contains(word)) {
      return TraceInput.open(word);
    }
    InputStream capture = Workload.class.getResourceAsStream(word + ".gz");
    return TraceInput.of(word, -1, capture);
  }

  /** Number of notifications, at least 1. */
  int size() {
    return starts.length;
  }

  /** The same workload as the kernels that flush by a rule would tell it. */
  Workload flushedBy(FlushRule rule) {
    long[] toldStarts = new long[starts.length];
    long[] toldEnds = new long[starts.length];
    for (int i = 0; i < starts.length; i++) {
      toldStarts[i] = rule.start(starts[i], ends[i], strides[i]);
      toldEnds[i] = rule.end(starts[i], ends[i], strides[i]);
    }
    return new Workload(name, toldStarts, toldEnds, strides);
  }

  /** First byte of a notification. */
  long start(int index) {
    return starts[index];
  }

  /** End of a notification, exclusive; -1 with start 0 is everything. */
  long end(int index) {
    return ends[index];
  }
}
