package org.svabench.results.exchange;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.Nearest;

/** The formats a run can be exported in. */
public enum ExportFormat {
  /** JMH's JSON, untouched. */
  JMH("JMH's own JSON, untouched", JmhFile::export),
  /** JMH's CSV. */
  CSV("JMH's own CSV", JmhCsv::export),
  /** Input of the GitHub action of this name, tool {@code customSmallerIsBetter}. */
  GITHUB_ACTION_BENCHMARK(
      "github-action-benchmark, tool customSmallerIsBetter", GithubActionBenchmark::export),
  /** Bencher Metric Format, for {@code bencher run --adapter json}. */
  BENCHER("Bencher Metric Format (adapter json)", BencherMetricFormat::export),
  /** OpenMetrics 1.0 text. */
  OPENMETRICS("OpenMetrics text, for Prometheus", OpenMetrics::export),
  /** InfluxDB line protocol. */
  INFLUX("InfluxDB line protocol", InfluxLines::export),
  /** JUnit XML of a gate run. */
  JUNIT("JUnit XML, of a gate run", GateJunit::export),
  /** One HdrHistogram log of everything that was timed. */
  HLOG("HdrHistogram log, a tag per timed call and fork", HistogramLog::export),
  /** HdrHistogram's percentile distribution of one timed call. */
  HGRM("HdrHistogram percentile distribution of one timed call", PercentileDistribution::export);

  private interface Exporter {
    Export of(Exported source, ExportOptions options) throws IOException;
  }

  private final String words;
  private final Exporter exporter;

  ExportFormat(String words, Exporter exporter) {
    this.words = words;
    this.exporter = exporter;
  }

  /**
   * Reads a format.
   *
   * @param word what the user wrote
   * @return the format
   * @throws BadInput where the word names none
   */
  public static ExportFormat of(String word) {
    List<String> labels = Stream.of(values()).map(ExportFormat::label).toList();
    int index = labels.indexOf(word.toLowerCase(Locale.ROOT));
    if (index < 0) {
      throw new BadInput("--format " + word + ": no such format; " + Nearest.hint(word, labels));
    }
    return values()[index];
  }

  /**
   * How users write it.
   *
   * @return lower case, words joined by dashes
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * What it is.
   *
   * @return a few words
   */
  public String words() {
    return words;
  }

  /**
   * Writes a result in this format.
   *
   * @param source what to export
   * @param options what was asked for
   * @return the content of a file
   * @throws IOException if a file of the source cannot be read
   * @throws BadInput if the source has nothing that this format could hold
   */
  public Export export(Exported source, ExportOptions options) throws IOException {
    return exporter.of(source, options);
  }
}
