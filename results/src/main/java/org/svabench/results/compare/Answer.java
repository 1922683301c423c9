package org.svabench.results.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.svabench.results.compare.Field.Event;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.statistics.Direction;
import org.svabench.results.statistics.RatioInterval;
import org.svabench.results.table.Figures;

/** What a run says, in one sentence: exact counts first, then the clock. */
public final class Answer {
  private final Field field;

  /**
   * The answer of a run.
   *
   * @param field its competing rows
   */
  public Answer(Field field) {
    this.field = field;
  }

  /**
   * About the first benchmark that counts commands.
   *
   * @return plain ASCII but for what names hold; empty where no benchmark counts
   */
  public String sentence() {
    return field.counting().map(this::about).orElse("");
  }

  private String about(Event event) {
    String clauses =
        field.competitors().stream()
            .filter(competitor -> !competitor.equals(field.baseline()))
            .map(competitor -> clause(event, competitor))
            .filter(clause -> !clause.isEmpty())
            .collect(Collectors.joining("; "));
    return clauses.isEmpty()
        ? ""
        : "Held against " + field.described(field.baseline()) + ", " + clauses + ".";
  }

  private String clause(Event event, String competitor) {
    List<String> same = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (Counter counter : List.of(Counter.COMMANDS, Counter.WAITS, Counter.EXITS)) {
      double[] range = change(event, competitor, counter);
      if (range == null) {
        continue;
      }
      if (range[0] == 0 && range[1] == 0) {
        same.add(counter.singular());
      } else {
        changed.add(percent(range[0], range[1]) + " " + counter.singular() + "s");
      }
    }
    if (changed.isEmpty() && same.isEmpty()) {
      return "";
    }
    String counts =
        changed.isEmpty()
            ? "saves nothing, no " + listed(same, " or ") + " on any " + field.comparison().place()
            : "sends "
                + listed(changed, " and ")
                + (same.isEmpty() ? "" : " but no fewer " + listed(same, "s or ") + "s");
    String clock = clock(event, competitor);
    return field.described(competitor) + " " + counts + (clock.isEmpty() ? "" : " (" + clock + ")");
  }

  private static String listed(List<String> words, String last) {
    int n = words.size() - 1;
    return n == 0 ? words.get(0) : String.join(", ", words.subList(0, n)) + last + words.get(n);
  }

  /** Smallest and largest relative change over the places; null where it is never counted. */
  private double[] change(Event event, String competitor, Counter counter) {
    double[] range = null;
    for (String place : event.places()) {
      JmhResult base = event.row(place, field.baseline());
      JmhResult row = event.row(place, competitor);
      long before = base == null ? -1 : counter.exact(base.secondary());
      long after = row == null ? -1 : counter.exact(row.secondary());
      if (before <= 0 || after < 0) {
        continue;
      }
      double change = (after - before) / (double) before;
      range =
          range == null
              ? new double[] {change, change}
              : new double[] {Math.min(range[0], change), Math.max(range[1], change)};
    }
    return range;
  }

  private static String percent(double low, double high) {
    long most = Math.round(-100 * low);
    long least = Math.round(-100 * high);
    if (least >= 0) {
      return (least == most ? "" + most : least + " to " + most) + " % fewer";
    }
    return most <= 0
        ? (least == most ? "" + -least : -most + " to " + -least) + " % more"
        : "up to " + most + " % fewer or " + -least + " % more";
  }

  private String clock(Event event, String competitor) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    int shown = 0;
    int all = 0;
    boolean intervals = false;
    Direction direction = Direction.SMALLER_IS_BETTER;
    for (String place : event.places()) {
      JmhResult base = event.row(place, field.baseline());
      JmhResult row = event.row(place, competitor);
      if (base == null || row == null) {
        continue;
      }
      direction = Direction.of(row.primary().unit());
      RatioInterval ratio = new Competitor(competitor, row, base).scoreRatio();
      if (Double.isFinite(ratio.ratio())) {
        all++;
        least = Math.min(least, ratio.ratio());
        most = Math.max(most, ratio.ratio());
        shown += ratio.showsDifference() ? 1 : 0;
        intervals |= Double.isFinite(ratio.low());
      }
    }
    if (all == 0) {
      return "";
    }
    String word = direction == Direction.BIGGER_IS_BETTER ? "throughput x" : "time x";
    String range =
        Figures.of(least).equals(Figures.of(most)) ? two(least) : two(least) + " to " + two(most);
    return word
        + range
        + (intervals ? ", proven on " + shown + " of " + all : ", not proven, one fork a side");
  }

  private static String two(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }
}
