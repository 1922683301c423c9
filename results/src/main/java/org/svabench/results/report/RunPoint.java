package org.svabench.results.report;

import com.google.gson.Gson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.StatUtils;
import org.svabench.results.compare.Answer;
import org.svabench.results.compare.Counter;
import org.svabench.results.compare.Field;
import org.svabench.results.doubt.Blackholes;
import org.svabench.results.input.InputFile;
import org.svabench.results.input.JsonDocument;
import org.svabench.results.input.MayBeNull;
import org.svabench.results.input.PrettyJson;
import org.svabench.results.jmh.JmhMetric;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.jmh.ResultKey;
import org.svabench.results.run.ComparisonRecord;
import org.svabench.results.statistics.Direction;
import org.svabench.results.statistics.ForkSummary;
import org.svabench.results.statistics.TimePerOperation;

/**
 * One run as a point of every history: what {@code data/<run>.json} of a site holds, so that a site
 * grows without the runs it was made of.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION}
 * @param name of the run's folder
 * @param startedAt UTC, ISO 8601, empty where unknown
 * @param revision git revision
 * @param machine CPU and JDK, to see when they change
 * @param blackholes how JMH kept results alive, empty or null where unknown
 * @param answer the run in a sentence, may be empty
 * @param figures one per row
 */
record RunPoint(
    int schemaVersion,
    String name,
    String startedAt,
    String revision,
    String machine,
    @MayBeNull String blackholes,
    String answer,
    List<Figure> figures) {
  static final int SCHEMA_VERSION = 1;

  private static final Gson GSON = new Gson();

  /**
   * A row.
   *
   * @param event benchmark and parameters in words
   * @param place such as a topology, may be empty
   * @param competitor such as a design
   * @param nanos time per operation: median over forks of the good windows
   * @param counts exact counts by name
   */
  record Figure(
      String event, String place, String competitor, double nanos, Map<String, Long> counts) {}

  static RunPoint of(ReportedRun run) {
    Field field = new Field(run.results(), run.comparison());
    List<Figure> figures = new ArrayList<>();
    for (JmhResult result : run.results()) {
      double nanos = nanos(result.primary());
      if (Double.isFinite(nanos)) {
        figures.add(figure(result, nanos, run.comparison()));
      }
    }
    return new RunPoint(
        SCHEMA_VERSION,
        run.name(),
        run.startedAt(),
        run.revision(),
        run.record() == null
            ? ""
            : run.record().machine().cpu() + ", JDK " + run.record().java().version(),
        run.results().isEmpty()
            ? ""
            : Blackholes.mode(run.results().get(0).setting(), run.record()),
        new Answer(field).sentence(),
        figures);
  }

  private static Figure figure(JmhResult result, double nanos, ComparisonRecord comparison) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Counter counter : Counter.values()) {
      long count = counter.exact(result.secondary());
      if (count >= 0) {
        counts.put(counter.singular() + "s", count);
      }
    }
    ResultKey key = result.key();
    boolean competes =
        comparison != null
            && result.params().containsKey(comparison.compared())
            && result.params().containsKey(comparison.place());
    return competes
        ? new Figure(
            Field.title(key.without(comparison.compared(), comparison.place()))
                + " ["
                + key.mode()
                + "]",
            result.params().get(comparison.place()),
            result.params().get(comparison.compared()),
            nanos,
            counts)
        : new Figure(Field.title(key) + " [" + key.mode() + "]", "", "score", nanos, counts);
  }

  private static double nanos(JmhMetric metric) {
    double[] logs =
        Arrays.stream(ForkSummary.logOf(metric.rawData(), Direction.of(metric.unit())))
            .filter(Double::isFinite)
            .toArray();
    double score = logs.length == 0 ? metric.score() : Math.exp(StatUtils.percentile(logs, 50));
    return TimePerOperation.nanos(metric.unit(), score);
  }

  /** Whether the two are known to keep results alive in different ways. */
  boolean mixedWith(RunPoint other) {
    return known() && other.known() && !blackholes.equals(other.blackholes);
  }

  private boolean known() {
    return blackholes != null && !blackholes.isEmpty();
  }

  String json() {
    return PrettyJson.of(this);
  }

  static RunPoint read(Path file) {
    return JsonDocument.read(InputFile.named(file.toString()))
        .ofVersion(SCHEMA_VERSION)
        .as(RunPoint.class, GSON, "a run of a site");
  }
}
