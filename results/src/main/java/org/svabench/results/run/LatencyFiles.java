package org.svabench.results.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Writes histograms in the two forms their tools read: {@code .hlog}, every interval without loss,
 * and {@code .hgrm}, the percentile curve of all of them together.
 */
public final class LatencyFiles {
  /** Points per halving of the distance to 100 %; HdrHistogram's plotter page expects 5. */
  private static final int TICKS_PER_HALF_DISTANCE = 5;

  /** The log's maximum column is in milliseconds, its histograms in nanoseconds. */
  private static final double NANOSECONDS_PER_MILLISECOND = 1_000_000;

  private final Path folder;

  /**
   * Writes into a folder.
   *
   * @param folder exists
   */
  public LatencyFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Replaces {@code name.hlog} and {@code name.hgrm}.
   *
   * @param name of the row and what it timed
   * @param callsPerSample each recorded value is the time of so many calls, at least 1
   * @param intervals in nanoseconds, with start, end and tag; in time order, not empty
   * @throws IOException if the disk refuses; the old files are then still there
   */
  public void write(String name, int callsPerSample, List<Histogram> intervals) throws IOException {
    AtomicFile.write(
        folder.resolve(name + ".hlog"),
        out -> {
          HistogramLogWriter log = new HistogramLogWriter(out);
          log.outputLogFormatVersion();
          log.outputComment("[" + values(callsPerSample) + "]");
          log.outputStartTime(intervals.get(0).getStartTimeStamp());
          log.outputLegend();
          for (Histogram interval : intervals) {
            log.outputIntervalHistogram(
                interval.getStartTimeStamp() / 1000.0,
                interval.getEndTimeStamp() / 1000.0,
                interval,
                NANOSECONDS_PER_MILLISECOND);
          }
        });
    Histogram all = sum(intervals);
    AtomicFile.write(
        folder.resolve(name + ".hgrm"),
        out -> {
          PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8);
          // Nanoseconds per call, also where a sample is the time of many.
          all.outputPercentileDistribution(print, TICKS_PER_HALF_DISTANCE, (double) callsPerSample);
          print.flush();
        });
  }

  private static String values(int callsPerSample) {
    return callsPerSample == 1
        ? "values: nanoseconds of one call"
        : "values: nanoseconds of " + callsPerSample + " calls, divide for the mean of one";
  }

  private static Histogram sum(List<Histogram> intervals) {
    Histogram all = intervals.get(0).copy();
    for (Histogram interval : intervals.subList(1, intervals.size())) {
      all.add(interval);
    }
    return all;
  }
}
