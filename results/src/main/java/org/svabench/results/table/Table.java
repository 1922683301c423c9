package org.svabench.results.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A small table: the first columns hold words and align left, the others hold figures and align
 * right. Not for concurrent use.
 */
public final class Table {
  private final List<String> header;
  private final int leftColumns;
  private final List<List<String>> rows = new ArrayList<>();
  private final Map<Integer, String> warnings = new HashMap<>();

  /**
   * An empty table.
   *
   * @param leftColumns how many columns align left
   * @param header one cell per column
   */
  public Table(int leftColumns, List<String> header) {
    this.leftColumns = leftColumns;
    this.header = List.copyOf(header);
  }

  /**
   * Adds a row below the others.
   *
   * @param cells as many as the header has
   */
  public void add(List<String> cells) {
    if (cells.size() != header.size()) {
      throw new IllegalArgumentException(
          "a row of " + cells.size() + " cells in a table of " + header.size() + " columns");
    }
    rows.add(List.copyOf(cells));
  }

  /**
   * Warns of the row that was added last: on a screen in a line below it, in Markdown in a last
   * column that is there when something is warned of.
   *
   * @param warning one line; nothing happens where it is empty
   */
  public void warn(String warning) {
    if (!warning.isEmpty()) {
      warnings.merge(rows.size() - 1, warning, (one, more) -> one + "; " + more);
    }
  }

  /**
   * For a screen: columns two spaces apart, no trailing blanks.
   *
   * @return lines, each ended
   */
  public String toText() {
    int[] widths = widths(header, rows);
    StringBuilder text = new StringBuilder(textLine(header, widths));
    for (int row = 0; row < rows.size(); row++) {
      text.append(textLine(rows.get(row), widths));
      if (warnings.containsKey(row)) {
        text.append("  ! ").append(warnings.get(row)).append('\n');
      }
    }
    return text.toString();
  }

  private String textLine(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < widths.length; c++) {
      String pad = " ".repeat(widths[c] - cells.get(c).length());
      line.append(c == 0 ? "" : "  ");
      line.append(left(c) ? cells.get(c) + pad : pad + cells.get(c));
    }
    return line.toString().stripTrailing() + "\n";
  }

  /** Warnings are words too. */
  private boolean left(int column) {
    return column < leftColumns || column == header.size();
  }

  /**
   * GitHub-flavoured Markdown.
   *
   * @return lines, each ended
   */
  public String toMarkdown() {
    return markdown(false);
  }

  /**
   * GitHub-flavoured Markdown whose columns are also aligned as plain text, for a mail.
   *
   * @return lines, each ended
   */
  public String toAlignedMarkdown() {
    return markdown(true);
  }

  private static int[] widths(List<String> header, List<List<String>> rows) {
    int[] widths = new int[header.size()];
    for (int c = 0; c < widths.length; c++) {
      widths[c] = header.get(c).length();
      for (List<String> row : rows) {
        widths[c] = Math.max(widths[c], row.get(c).length());
      }
    }
    return widths;
  }

  private String markdown(boolean aligned) {
    List<String> head = new ArrayList<>(header);
    List<List<String>> body = new ArrayList<>();
    if (!warnings.isEmpty()) {
      head.add("warning");
    }
    for (int row = 0; row < rows.size(); row++) {
      List<String> cells = new ArrayList<>(rows.get(row));
      if (!warnings.isEmpty()) {
        cells.add(warnings.getOrDefault(row, ""));
      }
      cells.replaceAll(cell -> cell.replace("|", "\\|"));
      body.add(cells);
    }
    int[] widths = aligned ? widths(head, body) : new int[head.size()];
    StringBuilder text = new StringBuilder();
    text.append(line(head, widths)).append('|');
    for (int c = 0; c < widths.length; c++) {
      text.append("-".repeat(Math.max(3, widths[c] + (left(c) ? 2 : 1))));
      text.append(left(c) ? "|" : ":|");
    }
    text.append('\n');
    body.forEach(row -> text.append(line(row, widths)));
    return text.toString();
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder text = new StringBuilder("|");
    for (int c = 0; c < cells.size(); c++) {
      String pad = " ".repeat(Math.max(0, widths[c] - cells.get(c).length()));
      text.append(' ').append(left(c) ? cells.get(c) + pad : pad + cells.get(c)).append(" |");
    }
    return text.append('\n').toString();
  }
}
