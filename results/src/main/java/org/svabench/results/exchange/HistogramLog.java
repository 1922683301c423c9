package org.svabench.results.exchange;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.svabench.results.input.BadInput;
import org.svabench.results.latency.Recording;
import org.svabench.results.latency.Recordings;

/**
 * Everything a run timed as one histogram log, each interval tagged with its row, call and fork;
 * HdrHistogram's tools pick one by {@code -tag}.
 */
final class HistogramLog {
  private static final double NANOSECONDS_PER_MILLISECOND = 1_000_000;

  private HistogramLog() {}

  static Export export(Exported source, ExportOptions options) {
    List<Histogram> intervals = new ArrayList<>();
    for (Recording recording : recordings(source, options.calls())) {
      for (Histogram interval : recording.intervals()) {
        String fork = interval.getTag();
        interval.setTag(recording.name() + (fork == null ? "" : "." + fork));
        intervals.add(interval);
      }
    }
    intervals.sort(Comparator.comparingLong(Histogram::getStartTimeStamp));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    HistogramLogWriter log = new HistogramLogWriter(bytes);
    log.outputLogFormatVersion();
    log.outputComment("[values: nanoseconds; of N calls where the tag says mean-of-N]");
    log.outputStartTime(intervals.get(0).getStartTimeStamp());
    log.outputLegend();
    for (Histogram interval : intervals) {
      log.outputIntervalHistogram(
          interval.getStartTimeStamp() / 1000.0,
          interval.getEndTimeStamp() / 1000.0,
          interval,
          NANOSECONDS_PER_MILLISECOND);
    }
    log.close();
    return new Export(bytes.toByteArray(), 0);
  }

  /** What was timed; at least one recording. */
  static List<Recording> recordings(Exported source, Pattern wanted) {
    List<Recording> all =
        source.run() == null ? List.of() : Recordings.ofRun(source.path(), source.run());
    if (all.isEmpty()) {
      all = Recordings.ofSamples(source.results());
    }
    if (all.isEmpty()) {
      throw new BadInput(
          source.path() + ": nothing was timed call by call: no latency/*.hlog, no sample mode");
    }
    List<Recording> matching =
        all.stream().filter(r -> wanted == null || wanted.matcher(r.name()).find()).toList();
    if (matching.isEmpty()) {
      throw new BadInput("--call " + wanted + ": matches none of the timed calls; " + names(all));
    }
    return matching;
  }

  /** Their names, a few of them, for a message. */
  static String names(List<Recording> recordings) {
    int shown = Math.min(3, recordings.size());
    List<String> names = recordings.subList(0, shown).stream().map(Recording::name).toList();
    int more = recordings.size() - shown;
    return "there are " + String.join(", ", names) + (more == 0 ? "" : " and " + more + " more");
  }
}
