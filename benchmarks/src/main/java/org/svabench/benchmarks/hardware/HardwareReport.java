package org.svabench.benchmarks.hardware;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.svabench.benchmarks.trace.count.Assumption;
import org.svabench.benchmarks.trace.count.LineNotes;
import org.svabench.benchmarks.trace.count.TraceCounts;
import org.svabench.model.topology.Topology;
import org.svabench.results.input.PrettyJson;
import org.svabench.results.table.Table;

/** A comparison in words and as JSON. */
public final class HardwareReport {
  /** Version of the JSON's schema. */
  public static final int SCHEMA_VERSION = 1;

  private static final String NOT_TRACED = "not traced";

  private final HardwareComparison comparison;
  private final TraceCounts counts;

  /**
   * Reports a comparison that has ended.
   *
   * @param comparison the comparison
   * @param counts what the trace held
   */
  public HardwareReport(HardwareComparison comparison, TraceCounts counts) {
    this.comparison = comparison;
    this.counts = counts;
  }

  /**
   * Lines above the table.
   *
   * @return the trace and the machine
   */
  public List<String> above() {
    DesignComparison any = comparison.designs().get(0);
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %d lines, %d commands and %d events of cache tags",
            comparison.trace(),
            counts.lines(),
            comparison.commands(),
            comparison.tags()));
    Topology machine = any.endpoints().size() == 0 ? null : any.endpoints().topology();
    lines.add(
        machine == null
            ? "machine: no device is bound"
            : String.format(
                Locale.ROOT,
                "machine: %s, IOMMUs %d, devices %d",
                machine.name(),
                machine.iommuCount(),
                machine.deviceCount()));
    return lines;
  }

  /**
   * One row per design.
   *
   * @return the table
   */
  public Table table() {
    Table table =
        new Table(
            1,
            List.of(
                "design",
                "notifications",
                "that differ",
                "recorded commands",
                "model commands",
                "recorded waits",
                "model waits",
                "agrees"));
    for (DesignComparison design : comparison.designs()) {
      table.add(
          List.of(
              design.design().name(),
              Long.toString(design.notifications()),
              Long.toString(design.differing()),
              Long.toString(design.recordedCommands()),
              Long.toString(design.predictedCommands()),
              design.everyCommandWaits() ? Long.toString(design.recordedCommands()) : NOT_TRACED,
              Long.toString(design.predictedWaits()),
              design.agrees() ? "yes" : "no"));
    }
    return table;
  }

  /**
   * Lines below the table.
   *
   * @return first differences, then what was not compared
   */
  public List<String> below() {
    List<String> lines = new ArrayList<>();
    for (DesignComparison design : comparison.designs()) {
      String name = comparison.designs().size() == 1 ? "" : design.design().name() + ": ";
      for (Difference difference : design.differences()) {
        lines.add(name + difference.text(comparison.trace()));
      }
      if (design.waitsDiffer()) {
        lines.add(name + "in this trace every command has a wait of its own");
      }
      for (String refusal : design.refusals()) {
        lines.add(name + "the model refuses to bind " + refusal);
      }
    }
    DesignComparison any = comparison.designs().get(0);
    add(lines, any.inferred(), "PASIDs bound before the trace began, by the tags that were told");
    add(lines, any.torn(), "commands of teardowns, not compared");
    add(lines, any.stray(), "commands of no notification that the trace shows, not compared");
    add(lines, comparison.aside(), "events that no notification causes");
    if (comparison.unread() > 0) {
      add(
          lines,
          comparison.unread(),
          "events not understood (first at line " + comparison.firstUnread() + ")");
    }
    add(lines, counts.assumptions(Assumption.LOST), Assumption.LOST.words());
    lines.add("lines skipped: " + LineNotes.skipped(counts));
    return lines;
  }

  private static void add(List<String> lines, long count, String words) {
    if (count > 0) {
      lines.add(count + " " + words);
    }
  }

  /**
   * Comma-separated, a header of names first, one row per design with its first difference. A cell
   * is empty where the trace does not show the figure, or nothing differs.
   *
   * @return lines, each ended
   */
  public String csv() {
    StringBuilder text = new StringBuilder();
    text.append(
        "design,agrees,notifications,differing,recorded_commands,model_commands,recorded_waits,"
            + "model_waits,inferred_pasids,teardown_commands,stray_commands,first_line,"
            + "first_pasid,first_range,first_command,first_recorded,first_model\n");
    for (DesignComparison design : comparison.designs()) {
      text.append(String.join(",", cells(design))).append('\n');
    }
    return text.toString();
  }

  private static List<String> cells(DesignComparison design) {
    List<String> cells = new ArrayList<>();
    cells.add(design.design().name());
    cells.add(design.agrees() ? "yes" : "no");
    cells.add(Long.toString(design.notifications()));
    cells.add(Long.toString(design.differing()));
    cells.add(Long.toString(design.recordedCommands()));
    cells.add(Long.toString(design.predictedCommands()));
    cells.add(design.everyCommandWaits() ? Long.toString(design.recordedCommands()) : "");
    cells.add(Long.toString(design.predictedWaits()));
    cells.add(Long.toString(design.inferred()));
    cells.add(Long.toString(design.torn()));
    cells.add(Long.toString(design.stray()));
    if (design.differences().isEmpty()) {
      cells.addAll(List.of("", "", "", "", "", ""));
    } else {
      Difference first = design.differences().get(0);
      cells.add(Long.toString(first.line()));
      cells.add(Integer.toString(first.pasid()));
      cells.add(first.range());
      cells.add(Integer.toString(first.command()));
      cells.add(first.recorded());
      cells.add(first.predicted());
    }
    return cells;
  }

  /**
   * The document.
   *
   * @return indented JSON that ends with a line end
   */
  public String json() {
    JsonObject json = new JsonObject();
    json.addProperty("schemaVersion", SCHEMA_VERSION);
    json.addProperty("trace", comparison.trace());
    json.addProperty("agrees", comparison.agrees());
    json.addProperty("commands", comparison.commands());
    json.addProperty("tagEvents", comparison.tags());
    json.addProperty("eventsNotUnderstood", comparison.unread());
    json.addProperty("eventsLost", counts.assumptions(Assumption.LOST));
    JsonArray designs = new JsonArray();
    comparison.designs().forEach(design -> designs.add(json(design)));
    json.add("designs", designs);
    return PrettyJson.of(json);
  }

  private static JsonObject json(DesignComparison design) {
    JsonObject json = new JsonObject();
    json.addProperty("design", design.design().name());
    json.addProperty("agrees", design.agrees());
    json.addProperty("notifications", design.notifications());
    json.addProperty("differing", design.differing());
    json.addProperty("recordedCommands", design.recordedCommands());
    json.addProperty("modelCommands", design.predictedCommands());
    if (design.everyCommandWaits()) {
      json.addProperty("recordedWaits", design.recordedCommands());
    }
    json.addProperty("modelWaits", design.predictedWaits());
    json.addProperty("inferredPasids", design.inferred());
    json.addProperty("teardownCommands", design.torn());
    json.addProperty("strayCommands", design.stray());
    JsonArray differences = new JsonArray();
    for (Difference difference : design.differences()) {
      JsonObject each = new JsonObject();
      each.addProperty("line", difference.line());
      each.addProperty("pasid", difference.pasid());
      each.addProperty("range", difference.range());
      each.addProperty("command", difference.command());
      each.addProperty("recorded", difference.recorded());
      each.addProperty("model", difference.predicted());
      differences.add(each);
    }
    json.add("firstDifferences", differences);
    return json;
  }
}
