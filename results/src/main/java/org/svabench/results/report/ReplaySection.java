package org.svabench.results.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.svabench.results.report.Chart.Kind;
import org.svabench.results.report.Chart.Panel;
import org.svabench.results.report.Chart.Point;
import org.svabench.results.report.Chart.Series;
import org.svabench.results.report.Section.Exhibit;
import org.svabench.results.table.Figures;

/** A replayed trace: what every design sends for it, and what it adds second by second. */
final class ReplaySection {
  /** More points than a screen has pixels are put together. */
  private static final int MOST_POINTS = 2_000;

  private static final double NANOSECONDS_PER_MILLISECOND = 1e6;

  private final SideDocument document;
  private final int number;

  ReplaySection(SideDocument document, int number) {
    this.document = document;
    this.number = number;
  }

  Section section() {
    return document.read(this::section);
  }

  private Section section(JsonObject json) {
    List<Exhibit> exhibits = new ArrayList<>(List.of(overTime(json), overInvalidation(json)));
    exhibits.removeIf(exhibit -> exhibit.table().isEmpty());
    String trace = json.get("trace").getAsString().replaceFirst(".*[/\\\\]", "");
    return new Section(
        "replay-" + number,
        "Replay of " + trace,
        "On "
            + json.get("topology").getAsString()
            + " with "
            + json.get("devices").getAsInt()
            + " devices bound; time is modelled with the prices of "
            + json.get("cost").getAsString()
            + ".",
        exhibits);
  }

  private Exhibit overTime(JsonObject json) {
    List<String> designs = new ArrayList<>();
    json.getAsJsonArray("designs")
        .forEach(d -> designs.add(d.getAsJsonObject().get("design").getAsString()));
    JsonArray seconds = json.getAsJsonObject("series").getAsJsonArray("seconds");
    int together = (seconds.size() + MOST_POINTS - 1) / MOST_POINTS;
    List<String> header = new ArrayList<>(List.of("second", "notifications"));
    designs.forEach(design -> header.add(design + ", ms"));
    DataTable table = new DataTable(0, header);
    List<Point> notifications = new ArrayList<>();
    List<List<Point>> added = new ArrayList<>();
    designs.forEach(design -> added.add(new ArrayList<>()));
    for (int from = 0; from < seconds.size(); from += together) {
      int to = Math.min(seconds.size(), from + together);
      long second = seconds.get(from).getAsJsonObject().get("second").getAsLong();
      double count = 0;
      double[] nanos = new double[designs.size()];
      for (int i = from; i < to; i++) {
        JsonObject one = seconds.get(i).getAsJsonObject();
        count += one.get("notifications").getAsDouble();
        JsonArray each = one.getAsJsonArray("addedNanos");
        for (int d = 0; d < Math.min(nanos.length, each.size()); d++) {
          nanos[d] += each.get(d).getAsDouble();
        }
      }
      List<String> cells = new ArrayList<>(List.of("" + second, Figures.of(count)));
      notifications.add(Point.of(second, count, Figures.of(count)));
      for (int d = 0; d < nanos.length; d++) {
        double ms = nanos[d] / NANOSECONDS_PER_MILLISECOND;
        added.get(d).add(Point.of(second, ms, Figures.of(ms) + " ms"));
        cells.add(Figures.of(ms));
      }
      table.add(cells);
    }
    List<Series> lines = new ArrayList<>();
    for (int d = 0; d < designs.size(); d++) {
      lines.add(new Series(designs.get(d), d, 0, "", added.get(d)));
    }
    List<Series> counts = List.of(new Series("notifications", 0, 0, "", notifications));
    return new Exhibit(
        "replay-" + number + "-time",
        "Modelled time added, second by second",
        together == 1 ? "" : together + " seconds with notifications are put together in a point.",
        new Chart(
            Kind.LINES,
            "second of the trace",
            "show",
            List.of(
                new Panel("time added", "milliseconds", false, List.of(), lines, List.of()),
                new Panel("notifications", "notifications", false, List.of(), counts, List.of()))),
        table);
  }

  private Exhibit overInvalidation(JsonObject json) {
    DataTable table =
        new DataTable(
            1,
            List.of(
                "design", "commands", "waits", "exits", "asked pages", "covered", "covered/asked"));
    List<String> labels = new ArrayList<>();
    List<Point> points = new ArrayList<>();
    for (JsonElement element : json.getAsJsonArray("designs")) {
      JsonObject design = element.getAsJsonObject();
      if (!design.has("overInvalidation")) {
        continue;
      }
      double ratio = design.get("overInvalidation").getAsDouble();
      points.add(Point.of(labels.size(), ratio, "\u00d7" + Figures.of(ratio)));
      labels.add(design.get("design").getAsString());
      List<String> cells = new ArrayList<>();
      for (String field :
          List.of("design", "commands", "waits", "exits", "askedPages", "coveredPages")) {
        cells.add(design.get(field).getAsString());
      }
      cells.add(Figures.of(ratio));
      table.add(cells);
    }
    return new Exhibit(
        "replay-" + number + "-pages",
        "Over-invalidation: pages covered for each page asked",
        "1 would be exact; a range command covers a power of two.",
        new Chart(
            Kind.BARS,
            "design",
            "",
            List.of(
                new Panel(
                    "",
                    "covered / asked",
                    false,
                    labels,
                    List.of(new Series("covered / asked", 0, 0, "", points)),
                    List.of()))),
        table);
  }
}
