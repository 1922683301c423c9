package org.svabench.results.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The figures of a chart as a table: the form that can be read aloud, copied and printed. */
final class DataTable {
  /**
   * A cell.
   *
   * @param text what stands in it
   * @param number whether it aligns right
   * @param link where it leads, null nowhere
   */
  record Cell(String text, boolean number, String link) {
    /** Whether the browser has to find out which way it is read. */
    boolean auto() {
      return text.chars().anyMatch(c -> c > 0x2ff);
    }
  }

  /**
   * A line.
   *
   * @param head its first cell
   * @param cells the others
   */
  record Line(Cell head, List<Cell> cells) {}

  private final int leftColumns;
  private final List<Cell> header = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final Map<Integer, String> warnings = new HashMap<>();

  private final boolean variants;

  DataTable(int leftColumns, List<String> header) {
    this(false, leftColumns, header);
  }

  /** With a first column for the variant of a benchmark, where there are several. */
  DataTable(boolean variants, int leftColumns, List<String> columns) {
    this.variants = variants;
    this.leftColumns = leftColumns + (variants ? 1 : 0);
    List<String> header = led("variant", columns);
    for (String text : header) {
      this.header.add(cell(this.header.size(), text, null));
    }
  }

  void add(List<String> cells) {
    addLinked(null, cells);
  }

  /** A line of one variant, which is named where there are several. */
  void add(String variant, List<String> cells) {
    add(led(variant, cells));
  }

  private List<String> led(String variant, List<String> cells) {
    List<String> all = new ArrayList<>(cells);
    if (variants) {
      all.add(0, variant);
    }
    return all;
  }

  void addLinked(String link, List<String> cells) {
    List<Cell> rest = new ArrayList<>();
    for (int column = 1; column < cells.size(); column++) {
      rest.add(cell(column, cells.get(column), null));
    }
    lines.add(new Line(cell(0, cells.get(0), link), rest));
  }

  /** Warns of the line that was added last, in a last column that is there when needed. */
  void warn(String warning) {
    if (!warning.isEmpty()) {
      warnings.put(lines.size() - 1, warning);
    }
  }

  private Cell cell(int column, String text, String link) {
    return new Cell(text, column >= leftColumns, link);
  }

  List<Cell> header() {
    List<Cell> all = new ArrayList<>(header);
    if (!warnings.isEmpty()) {
      all.add(new Cell("warning", false, null));
    }
    return all;
  }

  List<Line> lines() {
    if (warnings.isEmpty()) {
      return lines;
    }
    List<Line> all = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      List<Cell> cells = new ArrayList<>(lines.get(line).cells());
      cells.add(new Cell(warnings.getOrDefault(line, ""), false, null));
      all.add(new Line(lines.get(line).head(), cells));
    }
    return all;
  }

  /** Columns that align left, for the style. */
  int left() {
    return leftColumns;
  }

  /** Whether the last column has warnings. */
  boolean warned() {
    return !warnings.isEmpty();
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }
}
