package org.svabench.results.exchange;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.svabench.results.input.BadInput;
import org.svabench.results.latency.Recording;

/** The percentile distribution of one timed call, nanoseconds per call, as its plotter takes it. */
final class PercentileDistribution {
  private static final int TICKS_PER_HALF_DISTANCE = 5;

  private PercentileDistribution() {}

  static Export export(Exported source, ExportOptions options) {
    List<Recording> recordings = HistogramLog.recordings(source, options.calls());
    if (recordings.size() > 1) {
      throw new BadInput(
          "--format hgrm holds one timed call and "
              + source.path()
              + " has more; choose one by --call REGEX: "
              + HistogramLog.names(recordings));
    }
    Recording recording = recordings.get(0);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    recording
        .sum()
        .outputPercentileDistribution(
            print, TICKS_PER_HALF_DISTANCE, (double) recording.callsPerSample());
    print.flush();
    return new Export(bytes.toByteArray(), 0);
  }
}
