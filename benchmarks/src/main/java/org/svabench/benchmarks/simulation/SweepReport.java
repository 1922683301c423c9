package org.svabench.benchmarks.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.svabench.benchmarks.fanout.Records;
import org.svabench.results.table.Table;

/** Rows of a sweep, for a person or a program. Every form says that the figures are simulated. */
public final class SweepReport {
  private static final Map<String, Function<SweepRow, Object>> SETTINGS = new LinkedHashMap<>();
  private static final Map<String, Function<SweepRow, String>> FIGURES = new LinkedHashMap<>();

  static {
    SETTINGS.put("topology", row -> row.point().topology().name());
    SETTINGS.put("design", row -> row.point().designInWords());
    SETTINGS.put("range", row -> row.point().range().text());
    SETTINGS.put("cost", row -> row.point().cost().name());
    SETTINGS.put("ril", row -> row.point().rangeInvalidation() ? "on" : "off");
    SETTINGS.put("cpus", row -> row.point().load().cpus());
    SETTINGS.put("mms", row -> row.point().load().mms());
    SETTINGS.put("depth", row -> row.point().rules().slots());
    SETTINGS.put("poll", row -> row.point().pollInWords());
    SETTINGS.put("wait", row -> row.point().waitInWords());
    SETTINGS.put("queue", row -> row.point().queueInWords());
    SETTINGS.put("full", row -> row.point().fullInWords());
    SETTINGS.put("before", row -> Math.round(100 * row.point().beforeShare()) + "%");
    SETTINGS.put("commands", row -> row.stream().commands());

    FIGURES.put("notif/s", row -> Micros.rate(row.result().perSecond()));
    FIGURES.put("per CPU", row -> Micros.rate(row.result().perSecondAndCpu()));
    FIGURES.put("p50 us", row -> Micros.of(row.result().percentile(50)));
    FIGURES.put("p99 us", row -> Micros.of(row.result().percentile(99)));
    FIGURES.put("p99.9 us", row -> Micros.of(row.result().percentile(99.9)));
    FIGURES.put("max us", row -> Micros.of(row.result().longest()));
    FIGURES.put("queue full", row -> String.valueOf(row.result().fullQueues()));
    FIGURES.put("held us", row -> Micros.of(row.result().heldNanos()));
    FIGURES.put("held max", row -> Micros.of(row.result().longestHeldNanos()));
    FIGURES.put("q held us", row -> Micros.of(row.result().queueHeldNanos()));
  }

  private SweepReport() {}

  /**
   * For a screen or a mail.
   *
   * @param rows at least one
   * @return lines, each ended
   */
  public static String text(List<SweepRow> rows) {
    return heading(rows) + "\n\n" + table(rows).toText() + "\n" + legend(rows);
  }

  /**
   * GitHub-flavoured Markdown.
   *
   * @param rows at least one
   * @return lines, each ended
   */
  public static String markdown(List<SweepRow> rows) {
    return "**"
        + heading(rows)
        + "**\n\n"
        + table(rows).toMarkdown()
        + "\n"
        + legend(rows).lines().map(line -> "- " + line + "\n").collect(Collectors.joining());
  }

  /**
   * JSON with a schema version.
   *
   * @param rows at least one
   * @return one document
   */
  public static String json(List<SweepRow> rows) {
    return Records.json(Map.of("rows", records(rows)));
  }

  /**
   * RFC 4180 with a header line.
   *
   * @param rows at least one
   * @return lines, each ended
   */
  public static String csv(List<SweepRow> rows) {
    return Records.csv(records(rows));
  }

  /** Settings that are the same in all rows; the others are columns. */
  private static String heading(List<SweepRow> rows) {
    SweepPoint first = rows.get(0).point();
    String same =
        SETTINGS.entrySet().stream()
            .filter(setting -> isSame(rows, setting.getValue()))
            .map(setting -> setting.getKey() + " " + setting.getValue().apply(rows.get(0)))
            .collect(Collectors.joining(", "));
    return "simulated (discrete events, seed "
        + first.seed()
        + ", "
        + first.notifications()
        + " notifications a row"
        + (same.isEmpty() ? ")" : "): " + same);
  }

  private static boolean isSame(List<SweepRow> rows, Function<SweepRow, Object> setting) {
    return rows.stream().map(setting).distinct().count() == 1;
  }

  private static Table table(List<SweepRow> rows) {
    List<String> varying =
        SETTINGS.entrySet().stream()
            .filter(setting -> !isSame(rows, setting.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    List<String> header = new ArrayList<>(varying);
    header.addAll(FIGURES.keySet());
    Table table = new Table(varying.size(), header);
    for (SweepRow row : rows) {
      List<String> cells = new ArrayList<>();
      varying.forEach(name -> cells.add(String.valueOf(SETTINGS.get(name).apply(row))));
      FIGURES.values().forEach(figure -> cells.add(figure.apply(row)));
      table.add(cells);
    }
    return table;
  }

  private static String legend(List<SweepRow> rows) {
    SweepPoint first = rows.get(0).point();
    return String.format(
        Locale.ROOT,
        "between two notifications a CPU works %s us%s; a contended cache line is busy %s ns, its"
            + " round trip %s ns%nqueue full: submissions that found too few free slots; held: the"
            + " lock of the mm, with interrupts off, for each notification; q held: the queues'"
            + " locks%ncommands come from the model; what is simulated and what is assumed:"
            + " benchmarks/docs/simulation.md%n",
        Micros.of((double) first.load().gap() / Timing.NANOSECOND),
        first.load().random() ? " on average" : "",
        first.line().busy() / Timing.NANOSECOND,
        first.line().roundTrip() / Timing.NANOSECOND);
  }

  private static List<Map<String, Object>> records(List<SweepRow> rows) {
    List<Map<String, Object>> records = new ArrayList<>();
    for (SweepRow row : rows) {
      Map<String, Object> record = new LinkedHashMap<>();
      record.put("simulated", true);
      record.put("seed", row.point().seed());
      record.put("notifications", row.point().notifications());
      SETTINGS.forEach((name, setting) -> record.put(name, setting.apply(row)));
      SimulationResult result = row.result();
      record.put("waits", row.stream().waits());
      record.put("submissions", result.submissions());
      record.put("exits", result.exits());
      record.put("gapNanos", row.point().load().gap() / Timing.NANOSECOND);
      record.put("perSecond", result.perSecond());
      record.put("perSecondAndCpu", result.perSecondAndCpu());
      record.put("meanNanos", result.latency().getMean());
      record.put("p50Nanos", result.percentile(50));
      record.put("p99Nanos", result.percentile(99));
      record.put("p999Nanos", result.percentile(99.9));
      record.put("maxNanos", result.longest());
      record.put("fullQueues", result.fullQueues());
      record.put("heldNanos", result.heldNanos());
      record.put("longestHeldNanos", result.longestHeldNanos());
      record.put("queueHeldNanos", result.queueHeldNanos());
      record.put("reservationAttempts", result.reservationAttempts());
      records.add(record);
    }
    return records;
  }
}
