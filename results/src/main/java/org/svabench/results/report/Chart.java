package org.svabench.results.report;

import java.util.List;

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
   * @param name of the panel
   * @param y what is shown, in words with its unit
   * @param logarithmic whether the value axis is
   * @param labels categories, empty where the axis is numeric
   * @param series what is compared
   * @param marks vertical lines
   */
  record Panel(
      String name,
      String y,
      boolean logarithmic,
      List<String> labels,
      List<Series> series,
      List<Mark> marks) {}

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
   * @param text what is shown for it on hover, as in the table
   * @param warning why it should not be trusted, null where nothing is known to be wrong
   */
  record Point(double x, Double y, Double low, Double high, String text, String warning) {
    static Point of(double x, double y, String text) {
      return new Point(x, finite(y), null, null, text, null);
    }

    static Point of(double x, double y, double low, double high, String text) {
      return new Point(x, finite(y), finite(low), finite(high), text, null);
    }

    Point at(double other) {
      return new Point(other, y, low, high, text, warning);
    }

    Point warned(String sentence) {
      return sentence.isEmpty() ? this : new Point(x, y, low, high, text, sentence);
    }

    private static Double finite(double value) {
      return Double.isFinite(value) ? value : null;
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
