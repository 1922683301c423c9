package org.svabench.results.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
    int[] widths = new int[header.size()];
    List<List<String>> all = new ArrayList<>(rows);
    all.add(0, header);
    for (List<String> row : all) {
      for (int c = 0; c < widths.length; c++) {
        widths[c] = Math.max(widths[c], row.get(c).length());
      }
    }
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
    StringBuilder text = new StringBuilder();
    text.append(line(header)).append('|');
    for (int c = 0; c < header.size(); c++) {
      text.append(c < leftColumns ? "---|" : "---:|");
    }
    text.append('\n');
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
