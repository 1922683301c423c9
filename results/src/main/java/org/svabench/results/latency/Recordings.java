package org.svabench.results.latency;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.HeapShare;
import org.svabench.results.input.InputFile;
import org.svabench.results.jmh.Duration;
import org.svabench.results.jmh.JmhMetric;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.run.RowRecord;
import org.svabench.results.run.RunRecord;

/** Finds what was recorded. */
public final class Recordings {
  private static final Pattern CALL = Pattern.compile("(.+?)(?:\\.mean-of-(\\d{1,6}))?");
  private static final String LOG = ".hlog";
  private static final int DIGITS = 3;

  private Recordings() {}

  /**
   * The logs of a run.
   *
   * @param folder of the run
   * @param run its record, which says what rows there are
   * @return in the order of the rows; empty where nothing was timed
   * @throws BadInput if a log cannot be read
   */
  public static List<Recording> ofRun(Path folder, RunRecord run) {
    Path logs = folder.resolve("latency");
    if (!Files.isDirectory(logs)) {
      return List.of();
    }
    List<String> rows = new ArrayList<>();
    for (RowRecord row : run.rows()) {
      rows.add(FileNames.ofRow(row.benchmark(), row.params()) + ".");
    }
    List<List<Recording>> found = new ArrayList<>();
    for (int i = 0; i <= rows.size(); i++) {
      found.add(new ArrayList<>());
    }
    for (Path log : logs(logs)) {
      String name = log.getFileName().toString();
      int row = longestPrefix(name, rows);
      String stem =
          name.substring(row < 0 ? 0 : rows.get(row).length(), name.length() - LOG.length());
      Recording recording =
          row < 0
              ? recording(stem, Map.of(), stem, log)
              : recording(run.rows().get(row).benchmark(), run.rows().get(row).params(), stem, log);
      if (!recording.intervals().isEmpty()) {
        found.get(row < 0 ? rows.size() : row).add(recording);
      }
    }
    return found.stream().flatMap(List::stream).toList();
  }

  /** The row whose name a file starts with; a longer name is a better claim. */
  private static int longestPrefix(String name, List<String> rows) {
    int best = -1;
    for (int row = 0; row < rows.size(); row++) {
      if (name.startsWith(rows.get(row))
          && name.length() >= rows.get(row).length() + LOG.length()
          && (best < 0 || rows.get(row).length() > rows.get(best).length())) {
        best = row;
      }
    }
    return best;
  }

  private static List<Path> logs(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().endsWith(LOG)).sorted().toList();
    } catch (IOException e) {
      throw new BadInput(folder + ": cannot be read: " + e.getMessage());
    }
  }

  private static Recording recording(
      String benchmark, Map<String, String> params, String stem, Path log) {
    Matcher call = CALL.matcher(stem);
    boolean batch = call.matches() && call.group(2) != null;
    return new Recording(
        benchmark,
        params,
        batch ? call.group(1) : stem,
        batch ? Math.max(1, Integer.parseInt(call.group(2))) : 1,
        read(log));
  }

  private static List<Histogram> read(Path log) {
    InputFile file = InputFile.named(log.toString());
    String text = file.text();
    List<Histogram> intervals = new ArrayList<>();
    int read = 0;
    try (HistogramLogReader reader =
        new HistogramLogReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
      long bytes = 0;
      while (reader.hasNext()) {
        EncodableHistogram next = reader.nextIntervalHistogram();
        read++;
        if (next instanceof Histogram) {
          intervals.add((Histogram) next);
          bytes += ((Histogram) next).getEstimatedFootprintInBytes();
          // A line of few bytes can ask for a histogram of many.
          HeapShare.EIGHTH.check(bytes, log + ": its histograms take");
        }
      }
      return intervals;
    } catch (BadInput tooMuch) {
      throw tooMuch;
    } catch (RuntimeException damaged) {
      // HdrHistogram's reader has no exception of its own for a damaged line.
      throw new BadInput(
          log.toString(), line(text, read), "not an interval of a histogram log; it is damaged");
    }
  }

  /** The line of the interval that comes after so many others. */
  private static long line(String text, int intervals) {
    long number = 0;
    int before = 0;
    for (String line : text.lines().toList()) {
      number++;
      boolean interval = !line.isBlank() && !line.startsWith("#") && !line.startsWith("\"");
      if (interval && before++ == intervals) {
        break;
      }
    }
    return number;
  }

  /**
   * What JMH's sample mode recorded. JMH keeps no time of an interval, so each row has one.
   *
   * @param results of JMH
   * @return rows in sample mode whose unit is a time
   */
  public static List<Recording> ofSamples(List<JmhResult> results) {
    List<Recording> recordings = new ArrayList<>();
    for (JmhResult result : results) {
      JmhMetric metric = result.primary();
      double nanos = Duration.unitNanos(metric.unit().replaceFirst("/op$", ""));
      if (!metric.samples().isEmpty() && !Double.isNaN(nanos)) {
        recordings.add(
            new Recording(
                result.key().benchmark(), result.params(), "call", 1, List.of(of(metric, nanos))));
      }
    }
    return recordings;
  }

  private static Histogram of(JmhMetric metric, double nanosPerUnit) {
    Histogram histogram = new Histogram(DIGITS);
    for (JmhMetric.Sampled some : metric.samples()) {
      double nanos = some.value() * nanosPerUnit;
      if (nanos >= 0 && nanos < Long.MAX_VALUE / 2) {
        histogram.recordValueWithCount(Math.round(nanos), some.count());
      }
    }
    return histogram;
  }
}
