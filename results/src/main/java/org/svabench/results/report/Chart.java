package org.svabench.results.report;

import com.google.gson.annotations.JsonAdapter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.svabench.results.table.Figures;

/**
 * What a chart shows; the page's script makes a drawing of it. Written as JSON.
 *
 * @param kind how it is drawn
 * @param x what runs along, in words
 * @param chooser what tells the panels apart, such as {@code topology}
 * @param panels at least one; where there are more the reader chooses
 */
record Chart(Kind kind, String x, String chooser, List<Panel> panels) {
  /** How a chart is drawn. */
  enum Kind {
    /** A bar per category and series, whiskers where there are intervals. */
    BARS,
    /** Quantiles over 1/(1-p), logarithmic. */
    PERCENTILES,
    /** Lines over a numeric axis. */
    LINES,
    /** Lines over categories. */
    HISTORY
  }

  /**
   * One drawing.
   *
   * @param facet what it is about where a chart is of several things, such as a rate; else empty
   * @param name of the panel
   * @param y what is shown, in words with its unit
   * @param logarithmic whether the value axis is
   * @param labels categories, empty where the axis is numeric
   * @param series what is compared
   * @param marks vertical lines
   */
  record Panel(
      String facet,
      String name,
      String y,
      boolean logarithmic,
      List<String> labels,
      List<Series> series,
      List<Mark> marks) {
    Panel(
        String name,
        String y,
        boolean logarithmic,
        List<String> labels,
        List<Series> series,
        List<Mark> marks) {
      this("", name, y, logarithmic, labels, series, marks);
    }
  }

  /**
   * Values of one competitor.
   *
   * @param name as in the legend
   * @param colour which of the palette; the same competitor has the same in all charts
   * @param variant 0 solid, 1 lighter or dashed: waits beside commands, response beside service
   * @param stack bars of one stack are put upon each other
   * @param points in order
   */
  record Series(String name, int colour, int variant, String stack, List<Point> points) {}

  /**
   * One value.
   *
   * @param x place on the axis: an index of the labels, or a number
   * @param y the value, null where there is none
   * @param low lower end of its interval, null where there is none
   * @param high upper end, null likewise
   * @param text what is shown for it on hover, as in the table; null where that is the value
   * @param warning why it should not be trusted, null where nothing is known to be wrong
   */
  @JsonAdapter(CompactPoint.class)
  record Point(double x, Double y, Double low, Double high, String text, String warning) {
    private static final MathContext DIGITS = new MathContext(6);

    static Point of(double x, double y, String text) {
      return new Point(x, drawn(y), null, null, shown(y, text), null);
    }

    static Point of(double x, double y, double low, double high, String text) {
      return new Point(x, drawn(y), drawn(low), drawn(high), text, null);
    }

    private static String shown(double y, String text) {
      return text.equals(Figures.of(y)) && y == Math.rint(y) ? null : text;
    }

    Point warned(String sentence) {
      return sentence.isEmpty() ? this : new Point(x, y, low, high, text, sentence);
    }

    /** More digits than a screen can show would be most of the page. */
    private static Double drawn(double value) {
      return Double.isFinite(value) ? new BigDecimal(value, DIGITS).doubleValue() : null;
    }
  }

  /**
   * A vertical line.
   *
   * @param x where, as a point's
   * @param text what happened
   */
  record Mark(double x, String text) {}
}
