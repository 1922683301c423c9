package org.svabench.benchmarks.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.svabench.model.cost.CostLevel;
import org.svabench.results.table.Table;

/** One row per design, as a table for people or as CSV. */
public final class ReplayTable {
  /** A figure; without a label it is in CSV only. */
  private record Column(String label, String key, Function<DesignReplay, String> cell) {}

  private final ReplayedTrace trace;
  private final List<Column> columns = new ArrayList<>();

  /**
   * Chooses the columns.
   *
   * @param trace the replay to show
   */
  public ReplayTable(ReplayedTrace trace) {
    this.trace = trace;
    add("design", "design", design -> design.design().name());
    add("notifications", "notifications", design -> count(design.total().notifications));
    add(
        "",
        "notifications_per_s",
        design -> decimal(trace.perSecond(design.total().notifications), 1));
    add("as whole mm", "passed_on_as_everything", design -> count(design.total().everything));
    add("commands", "commands", design -> count(design.total().commands));
    add("waits", "waits", design -> count(design.total().waits));
    add("exits", "exits", design -> count(design.exits()));
    add("", "whole_pasid_commands", design -> count(design.total().wholeCommands));
    add("asked pages", "asked_pages", design -> count(design.total().askedPages));
    add("covered pages", "covered_pages", design -> count(design.total().coveredPages));
    add("covered/asked", "over_invalidation", design -> decimal(trace.overInvalidation(design), 2));
    if (trace.cost().pricesAnything()) {
      for (CostLevel level : CostLevel.values()) {
        String name = level.name().toLowerCase(Locale.ROOT);
        add(
            "+ms/s " + name,
            "added_ms_per_s_" + name,
            design -> decimal(trace.perSecond(design.nanos(level) / 1e6), 3));
      }
      add("peak +ms", "peak_second_added_ms", design -> decimal(design.peakNanos() / 1e6, 3));
      add("peak at s", "peak_second", design -> second(design.peakSecond()));
    }
    if (trace.whatIf()) {
      DesignReplay base = trace.replay().designs().get(0);
      String than = "/" + base.design().name();
      add(
          "commands" + than,
          "commands_ratio",
          design -> ratio(design.total().commands, base.total().commands));
      add("waits" + than, "waits_ratio", design -> ratio(design.total().waits, base.total().waits));
      if (trace.cost().pricesAnything()) {
        add(
            "time" + than,
            "time_ratio",
            design -> ratio(design.nanos(CostLevel.TYP), base.nanos(CostLevel.TYP)));
      }
    }
  }

  private void add(String label, String key, Function<DesignReplay, String> cell) {
    columns.add(new Column(label, key, cell));
  }

  private static String count(long value) {
    return Long.toString(value);
  }

  private static String second(long second) {
    return second < 0 ? "" : Long.toString(second);
  }

  private static String decimal(double value, int digits) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  private static String ratio(long value, long base) {
    return base == 0 ? "" : decimal(value / (double) base, 3);
  }

  /**
   * For a screen or for Markdown.
   *
   * @return the table
   */
  public Table table() {
    List<Column> shown = columns.stream().filter(column -> !column.label().isEmpty()).toList();
    Table table = new Table(1, shown.stream().map(Column::label).toList());
    for (DesignReplay design : trace.replay().designs()) {
      table.add(shown.stream().map(column -> column.cell().apply(design)).toList());
    }
    return table;
  }

  /**
   * Comma-separated, a header of names first.
   *
   * @return lines, each ended
   */
  public String csv() {
    StringBuilder text = new StringBuilder();
    text.append(String.join(",", columns.stream().map(Column::key).toList())).append('\n');
    for (DesignReplay design : trace.replay().designs()) {
      text.append(
              String.join(
                  ",", columns.stream().map(column -> column.cell().apply(design)).toList()))
          .append('\n');
    }
    return text.toString();
  }
}
