package org.svabench.results.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private final Table table = new Table(1, List.of("design", "waits"));

  TableTest() {
    table.add(List.of("vtd-6.6", "8"));
    table.add(List.of("a|b", "128"));
  }

  @Test
  void onAScreenWordsAlignLeftAndFiguresRight() {
    assertEquals(
        """
        design   waits
        vtd-6.6      8
        a|b        128
        """,
        table.toText());
  }

  @Test
  void inMarkdownABarInACellIsEscaped() {
    assertEquals(
        """
        | design | waits |
        |---|---:|
        | vtd-6.6 | 8 |
        | a\\|b | 128 |
        """,
        table.toMarkdown());
  }

  @Test
  void aRowOfAnotherWidthIsAnError() {
    assertThrows(IllegalArgumentException.class, () -> table.add(List.of("x")));
  }
}
