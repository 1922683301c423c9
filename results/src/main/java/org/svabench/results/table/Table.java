package org.svabench.results.table;

import java.util.ArrayList;
import java.util.List;

/**
 * A small table: the first columns hold words and align left, the others hold figures and align
 * right. Not for concurrent use.
 */
public final class Table {
  private final List<String> header;
  private final int leftColumns;
  private final List<List<String>> rows = new ArrayList<>();

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
   * For a screen: columns two spaces apart, no trailing blanks.
   *
   * @return lines, each ended
   */
  public String toText() {
    int[] widths = widths();
    List<List<String>> all = new ArrayList<>(rows);
    all.add(0, header);
    StringBuilder text = new StringBuilder();
    for (List<String> row : all) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < widths.length; c++) {
        String pad = " ".repeat(widths[c] - row.get(c).length());
        line.append(c == 0 ? "" : "  ");
        line.append(c < leftColumns ? row.get(c) + pad : pad + row.get(c));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /**
   * GitHub-flavoured Markdown.
   *
   * @return lines, each ended
   */
  public String toMarkdown() {
    return markdown(new int[header.size()]);
  }

  /**
   * GitHub-flavoured Markdown whose columns are also aligned as plain text, for a mail.
   *
   * @return lines, each ended
   */
  public String toAlignedMarkdown() {
    return markdown(widths());
  }

  private int[] widths() {
    int[] widths = new int[header.size()];
    for (int c = 0; c < widths.length; c++) {
      widths[c] = header.get(c).length();
      for (List<String> row : rows) {
        widths[c] = Math.max(widths[c], row.get(c).length());
      }
    }
    return widths;
  }

  private String markdown(int[] widths) {
    StringBuilder text = new StringBuilder();
    text.append(line(header, widths)).append('|');
    for (int c = 0; c < header.size(); c++) {
      boolean left = c < leftColumns;
      text.append("-".repeat(Math.max(3, widths[c] + (left ? 2 : 1)))).append(left ? "|" : ":|");
    }
    text.append('\n');
    rows.forEach(row -> text.append(line(row, widths)));
    return text.toString();
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder text = new StringBuilder("|");
    for (int c = 0; c < cells.size(); c++) {
      String cell = cells.get(c).replace("|", "\\|");
      String pad = " ".repeat(Math.max(0, widths[c] - cell.length()));
      text.append(' ').append(c < leftColumns ? cell + pad : pad + cell).append(" |");
    }
    return text.append('\n').toString();
  }
}
