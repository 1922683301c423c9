package org.svabench.benchmarks.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.svabench.benchmarks.choice.RangeChoice;
import org.svabench.benchmarks.fanout.FanOutCount;
import org.svabench.benchmarks.fanout.Records;
import org.svabench.model.Designs;
import org.svabench.model.cost.CostPresets;
import org.svabench.model.cost.CostTerm;
import org.svabench.model.topology.TopologyPresets;
import org.svabench.results.table.Table;

/** Published and simulated figures side by side, misses included. */
public final class ValidationReport {
  private static final String HEADING =
      "Predicted figures are simulated (discrete events, seed 1). Nothing was fitted on a predicted"
          + " point.";

  private ValidationReport() {}

  /**
   * For a screen or a mail.
   *
   * @param curves what was validated
   * @return lines, each ended
   */
  public static String text(List<ValidatedCurve> curves) {
    StringBuilder text = new StringBuilder(HEADING).append('\n');
    for (ValidatedCurve curve : curves) {
      text.append('\n').append(curve.curve().title()).append("\n\n");
      text.append(table(curve).toText()).append('\n');
      notes(curve).forEach(note -> text.append(note).append('\n'));
    }
    text.append("\nTaken as given, and predicted by nobody\n\n");
    given().forEach(each -> text.append(each).append('\n'));
    return text.append("\nIn short\n\n").append(summary(curves).toText()).toString();
  }

  /**
   * GitHub-flavoured Markdown.
   *
   * @param curves what was validated
   * @return lines, each ended
   */
  public static String markdown(List<ValidatedCurve> curves) {
    StringBuilder text = new StringBuilder(HEADING).append('\n');
    text.append('\n').append(summary(curves).toMarkdown());
    for (ValidatedCurve curve : curves) {
      text.append("\n**").append(curve.curve().title()).append("**\n\n");
      text.append(table(curve).toMarkdown()).append('\n');
      notes(curve).forEach(note -> text.append("- ").append(note).append('\n'));
    }
    text.append("\n**Taken as given, and predicted by nobody**\n\n");
    given().forEach(each -> text.append("- ").append(each).append('\n'));
    return text.toString();
  }

  /** Published figures that the model is built on, with what it makes of them. */
  private static List<String> given() {
    return List.of(
        "800 cycles saved by each command that shares a wait (T. Zhang, 2024-08-15): the saving of"
            + " the VT-d presets, "
            + CostPresets.find("vtd-spr").orElseThrow().price(CostTerm.SAVING).typ()
            + " ns in vtd-spr",
        "4 devices behind one unit: 4 IOTLB + 4 device-TLB commands, of which 1 + 4 are needed (RFC"
            + " of 2023-10-17); the model sends "
            + counts("vtd-6.8")
            + " in vtd-6.8 and "
            + counts("vtd-6.10")
            + " in vtd-6.10");
  }

  private static String counts(String design) {
    FanOutCount count =
        FanOutCount.of(
            TopologyPresets.topology("grid:1x4"),
            Designs.named(design).orElseThrow(),
            RangeChoice.of("1p"),
            Set.of(),
            false);
    return count.iotlbCommands() + " + " + count.deviceTlbCommands();
  }

  /**
   * JSON with a schema version.
   *
   * @param curves what was validated
   * @return one document
   */
  public static String json(List<ValidatedCurve> curves) {
    List<Map<String, Object>> fits = new ArrayList<>();
    for (ValidatedCurve curve : curves) {
      Map<String, Object> fit = new LinkedHashMap<>();
      fit.put("curve", curve.curve().name());
      fit.put("source", curve.curve().source());
      fit.put("fittedOn", curve.curve().fitted().stream().map(PublishedPoint::label).toList());
      fit.put("parametersOf", curve.curve().parametersOf());
      Map<String, Object> values = new LinkedHashMap<>();
      List<Parameter> parameters = curve.curve().model().parameters();
      for (int i = 0; i < parameters.size(); i++) {
        values.put(parameters.get(i).name(), curve.parameters().get(i));
      }
      fit.put("parameters", values);
      fit.put("inputs", curve.curve().model().inputs());
      fits.add(fit);
    }
    Map<String, List<Map<String, Object>>> lists = new LinkedHashMap<>();
    lists.put("points", records(curves));
    lists.put("fits", fits);
    return Records.json(lists);
  }

  /**
   * RFC 4180 with a header line.
   *
   * @param curves what was validated
   * @return lines, each ended
   */
  public static String csv(List<ValidatedCurve> curves) {
    return Records.csv(records(curves));
  }

  private static Table table(ValidatedCurve curve) {
    Table table = new Table(2, List.of("point", "", "unit", "published", "predicted", "error"));
    for (ValidatedPoint each : curve.points()) {
      table.add(
          List.of(
              each.point().label(),
              each.isPrediction() ? "predicted" : "fitted",
              each.point().quantity().label(),
              figure(each.point().published()),
              figure(each.predicted()),
              percent(each.error())));
    }
    return table;
  }

  private static Table summary(List<ValidatedCurve> curves) {
    Table table =
        new Table(
            2,
            List.of(
                "curve",
                "fitted on",
                "parameters",
                "predicted points",
                "median error",
                "worst",
                "at"));
    for (ValidatedCurve curve : curves) {
      boolean own = curve.curve().parametersOf() == null;
      table.add(
          List.of(
              curve.curve().name(),
              own
                  ? String.join(
                      "; ", curve.curve().fitted().stream().map(PublishedPoint::label).toList())
                  : "nothing (those of " + curve.curve().parametersOf() + ")",
              own ? String.valueOf(curve.parameters().size()) : "0",
              String.valueOf(curve.predictions().size()),
              String.format(Locale.ROOT, "%.0f %%", 100 * curve.medianError()),
              percent(curve.worst().error()),
              curve.worst().point().label()));
    }
    return table;
  }

  private static List<String> notes(ValidatedCurve curve) {
    List<Parameter> parameters = curve.curve().model().parameters();
    List<String> values = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      values.add(
          (parameter.name() + " " + figure(curve.parameters().get(i)) + " " + parameter.unit())
              .stripTrailing());
    }
    List<String> notes = new ArrayList<>();
    notes.add("published: " + curve.curve().source());
    notes.add(
        (curve.curve().parametersOf() == null
                ? values.size()
                    + " fitted on "
                    + curve.curve().fitted().size()
                    + (curve.curve().fitted().size() == 1 ? " point: " : " points: ")
                : "0 fitted; those of " + curve.curve().parametersOf() + ": ")
            + String.join(", ", values));
    curve.curve().model().inputs().forEach(input -> notes.add("input: " + input));
    return notes;
  }

  private static List<Map<String, Object>> records(List<ValidatedCurve> curves) {
    List<Map<String, Object>> records = new ArrayList<>();
    for (ValidatedCurve curve : curves) {
      for (ValidatedPoint each : curve.points()) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("simulated", true);
        record.put("curve", curve.curve().name());
        record.put("point", each.point().label());
        record.put("role", each.isPrediction() ? "predicted" : "fitted");
        record.put("unit", each.point().quantity().label());
        record.put("published", each.point().published());
        record.put("predicted", each.predicted());
        record.put("error", each.error());
        records.add(record);
      }
    }
    return records;
  }

  private static String figure(double value) {
    return String.format(
        Locale.ROOT, value < 9.9995 ? "%.2f" : value < 999.95 ? "%.1f" : "%.0f", value);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%+.0f %%", 100 * share).replace("-0 %", "+0 %");
  }
}
