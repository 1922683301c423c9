package org.svabench.results.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.svabench.results.compare.Field.Event;
import org.svabench.results.doubt.Doubts;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.statistics.Direction;
import org.svabench.results.table.Figures;
import org.svabench.results.table.Table;

/**
 * What a run found, for a mail or a pull request: a sentence and one aligned table that fits a
 * screen, plain ASCII but for what names hold. The first benchmark that counts commands is shown
 * place by place; of every other one a line per competitor sums up all places.
 */
public final class ShortSummary {
  private static final int MOST_LINES = 24;

  /** Beyond this many rows the first benchmark is summed up like the others. */
  private static final int MOST_IN_FULL = 12;

  private final Field field;
  private final Doubts doubts;

  private ShortSummary(Field field, Doubts doubts) {
    this.field = field;
    this.doubts = doubts;
  }

  /**
   * Writes it.
   *
   * @param field the rows of a run
   * @param doubts which of them should not be trusted
   * @return Markdown, lines each ended
   */
  public static String markdown(Field field, Doubts doubts) {
    ShortSummary summary = new ShortSummary(field, doubts);
    return field.events().isEmpty() ? summary.scores() : summary.comparison();
  }

  /** A line of the table: a competitor in one place, or in several. */
  private record Line(Event event, String place, String name, List<Competitor> rows) {}

  private String comparison() {
    List<Line> lines = new ArrayList<>();
    Event first = field.counting().orElse(field.events().get(0));
    boolean full = first.all().size() <= MOST_IN_FULL;
    if (full) {
      for (String place : first.places()) {
        field
            .at(first, place)
            .forEach(c -> lines.add(new Line(first, place, c.name(), List.of(c))));
      }
    } else {
      lines.addAll(together(first, true));
    }
    for (Event event : field.events()) {
      if (event != first) {
        lines.addAll(together(event, false));
      }
    }
    String answer = new Answer(field).sentence();
    return (answer.isEmpty() ? "" : answer + "\n\n")
        + table(lines.subList(0, Math.min(MOST_LINES, lines.size()))).toAlignedMarkdown()
        + "\n"
        + "Counts are exact, per operation; ratios are over neighbouring forks, 95 %.\n"
        + sentence(doubts.summary())
        + left(lines.size() - MOST_LINES, "lines of this kind")
        + left(field.others().size(), "rows that compete with nothing");
  }

  private static String sentence(String text) {
    return text.isEmpty() ? "" : text + "\n";
  }

  private static String left(int count, String what) {
    return count <= 0 ? "" : "Not shown here, but in the report: " + count + " " + what + ".\n";
  }

  private List<Line> together(Event event, boolean baselines) {
    Map<String, List<Competitor>> rows = new TreeMap<>();
    for (String place : event.places()) {
      for (Competitor c : field.at(event, place)) {
        if (baselines || c.hasBaseline()) {
          rows.computeIfAbsent(c.name(), n -> new ArrayList<>()).add(c);
        }
      }
    }
    return field.competitors().stream()
        .filter(rows::containsKey)
        .map(name -> new Line(event, places(event, rows.get(name).size()), name, rows.get(name)))
        .toList();
  }

  private static String places(Event event, int count) {
    return count == 1 && event.places().size() == 1 ? event.places().get(0) : "all " + count;
  }

  private Table table(List<Line> lines) {
    Table table =
        new Table(
            3,
            List.of(
                "benchmark",
                field.comparison().place(),
                field.comparison().compared(),
                "commands",
                "waits",
                "exits",
                "score",
                "against " + field.baseline(),
                "finding"));
    for (Line line : lines) {
      List<String> cells =
          new ArrayList<>(List.of(field.name(line.rows().get(0).row()), line.place(), line.name()));
      for (Counter counter : List.of(Counter.COMMANDS, Counter.WAITS, Counter.EXITS)) {
        cells.add(count(line.rows(), counter));
      }
      cells.add(score(line.rows()));
      cells.addAll(against(line.rows()));
      table.add(cells);
      table.warn(warning(line.rows()));
    }
    return table;
  }

  private static String count(List<Competitor> rows, Counter counter) {
    if (rows.size() == 1) {
      return counter.figure(rows.get(0).row().secondary());
    }
    TreeSet<Long> counts = new TreeSet<>();
    rows.forEach(c -> counts.add(counter.exact(c.row().secondary())));
    if (counts.first() < 0) {
      return "-";
    }
    return counts.size() == 1 ? "" + counts.first() : counts.first() + " to " + counts.last();
  }

  private String score(List<Competitor> rows) {
    JmhResult row = rows.get(0).row();
    String unit = row.primary().unit();
    return rows.size() == 1
        ? doubts.marked(row.key(), Figures.of(row.primary().score())) + " " + unit
        : Doubts.marked(!warning(rows).isEmpty(), unit);
  }

  private static List<String> against(List<Competitor> rows) {
    List<Competitor> held = rows.stream().filter(Competitor::hasBaseline).toList();
    if (held.isEmpty()) {
      return List.of(rows.get(0).isBaseline() ? "baseline" : "no baseline", "");
    }
    Direction direction = Direction.of(held.get(0).row().primary().unit());
    if (rows.size() == 1) {
      return List.of(
          held.get(0).scoreRatio().toString(),
          Competitor.verdict(held.get(0).scoreRatio(), direction));
    }
    double[] ratios = held.stream().mapToDouble(c -> c.scoreRatio().ratio()).sorted().toArray();
    Map<String, Long> verdicts =
        held.stream()
            .map(c -> Competitor.verdict(c.scoreRatio(), direction))
            .map(verdict -> verdict.startsWith("no difference") ? "no difference" : verdict)
            .collect(Collectors.groupingBy(v -> v, TreeMap::new, Collectors.counting()));
    return List.of(
        "x" + Figures.of(ratios[0]) + " to x" + Figures.of(ratios[ratios.length - 1]),
        verdicts.entrySet().stream()
            .map(verdict -> verdict.getValue() + " " + verdict.getKey())
            .collect(Collectors.joining(", ")));
  }

  private String warning(List<Competitor> rows) {
    if (rows.size() == 1) {
      return doubts.brief(rows.get(0).row().key());
    }
    String words = doubts.words(rows.stream().map(c -> c.row().key()).toList());
    return words.isEmpty() ? "" : "of " + rows.size() + " rows: " + words;
  }

  private String scores() {
    List<JmhResult> rows = field.results();
    return ScoreTable.of(rows.subList(0, Math.min(MOST_LINES, rows.size())), doubts)
            .toAlignedMarkdown()
        + (doubts.summary().isEmpty() ? "" : "\n" + doubts.summary() + "\n")
        + (rows.size() > MOST_LINES ? "\n" + left(rows.size() - MOST_LINES, "rows") : "");
  }
}
