package org.svabench.results.report;

import java.util.ArrayList;
import java.util.List;

/** The figures of a chart as a table: the form that can be read aloud, copied and printed. */
final class DataTable {
  /**
   * A cell.
   *
   * @param text what stands in it
   * @param number whether it aligns right
   * @param link where it leads, null nowhere
   */
  record Cell(String text, boolean number, String link) {}

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

  DataTable(int leftColumns, List<String> header) {
    this.leftColumns = leftColumns;
    for (String text : header) {
      this.header.add(cell(this.header.size(), text, null));
    }
  }

  void add(List<String> cells) {
    addLinked(null, cells);
  }

  void addLinked(String link, List<String> cells) {
    List<Cell> rest = new ArrayList<>();
    for (int column = 1; column < cells.size(); column++) {
      rest.add(cell(column, cells.get(column), null));
    }
    lines.add(new Line(cell(0, cells.get(0), link), rest));
  }

  private Cell cell(int column, String text, String link) {
    return new Cell(text, column >= leftColumns, link);
  }

  List<Cell> header() {
    return header;
  }

  List<Line> lines() {
    return lines;
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }
}
