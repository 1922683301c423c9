package org.svabench.benchmarks.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.svabench.benchmarks.fanout.Records;
import org.svabench.results.table.Table;

/** The blast radius of a slow device, for a person or a program. */
public final class BlastReport {
  private static final String LEGEND =
      "mms that share: what the CPUs' mms have in common with the slow device; delayed: took more"
          + " than twice that CPU's longest notification before";

  private BlastReport() {}

  /**
   * For a screen or a mail.
   *
   * @param rows at least one
   * @return lines, each ended
   */
  public static String text(List<BlastRow> rows) {
    return heading(rows) + "\n\n" + table(rows).toText() + "\n" + LEGEND + "\n";
  }

  /**
   * GitHub-flavoured Markdown.
   *
   * @param rows at least one
   * @return lines, each ended
   */
  public static String markdown(List<BlastRow> rows) {
    return "**" + heading(rows) + "**\n\n" + table(rows).toMarkdown() + "\n- " + LEGEND + "\n";
  }

  /**
   * JSON with a schema version.
   *
   * @param rows at least one
   * @return one document
   */
  public static String json(List<BlastRow> rows) {
    return Records.json(Map.of("rows", records(rows)));
  }

  /**
   * RFC 4180 with a header line.
   *
   * @param rows at least one
   * @return lines, each ended
   */
  public static String csv(List<BlastRow> rows) {
    return Records.csv(records(rows));
  }

  private static String heading(List<BlastRow> rows) {
    SweepPoint point = rows.get(0).point();
    return "simulated (discrete events, seed "
        + point.seed()
        + "): one device of "
        + point.topology().name()
        + " answers one command late";
  }

  private static Table table(List<BlastRow> rows) {
    Table table =
        new Table(
            5,
            List.of(
                "design",
                "depth",
                "wait",
                "late by",
                "mms that share",
                "CPUs",
                "delayed",
                "notifications",
                "longest before us",
                "longest us"));
    for (BlastRow row : rows) {
      table.add(
          List.of(
              row.point().designInWords(),
              String.valueOf(row.point().rules().slots()),
              row.point().waitInWords(),
              row.lateNanos() / 1_000_000 + " ms",
              row.share().label(),
              String.valueOf(row.cpus()),
              String.valueOf(row.delayedCpus()),
              String.valueOf(row.delayedNotifications()),
              Micros.of(row.longestBeforeNanos()),
              Micros.of(row.longestNanos())));
    }
    return table;
  }

  private static List<Map<String, Object>> records(List<BlastRow> rows) {
    List<Map<String, Object>> records = new ArrayList<>();
    for (BlastRow row : rows) {
      SweepPoint point = row.point();
      Map<String, Object> record = new LinkedHashMap<>();
      record.put("simulated", true);
      record.put("seed", point.seed());
      record.put("topology", point.topology().name());
      record.put("design", point.design().name());
      record.put("range", point.range().text());
      record.put("cost", point.cost().name());
      record.put("mms", point.load().mms());
      record.put("depth", point.rules().slots());
      record.put("poll", point.pollInWords());
      record.put("wait", point.waitInWords());
      record.put("queue", point.queueInWords());
      record.put("device", row.device());
      record.put("lateNanos", row.lateNanos());
      record.put("share", row.share().label());
      record.put("cpus", row.cpus());
      record.put("delayedCpus", row.delayedCpus());
      record.put("delayedNotifications", row.delayedNotifications());
      record.put("longestBeforeNanos", row.longestBeforeNanos());
      record.put("longestNanos", row.longestNanos());
      records.add(record);
    }
    return records;
  }
}
