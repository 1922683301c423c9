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

  @Test
  void aWarningIsALineBelowItsRowAndInMarkdownAColumnOfItsOwn() {
    Table table = new Table(1, List.of("name", "score"));
    table.add(List.of("a", "! 1"));
    table.warn("too wide");
    table.warn("");
    table.warn("a|b");
    table.add(List.of("bb", "22"));

    assertEquals("name  score\na       ! 1\n  ! too wide; a|b\nbb       22\n", table.toText());
    assertEquals(
        """
        | name | score | warning        |
        |------|------:|----------------|
        | a    |   ! 1 | too wide; a\\|b |
        | bb   |    22 |                |
        """,
        table.toAlignedMarkdown());
  }

  @Test
  void withoutAWarningThereIsNoColumnForIt() {
    Table table = new Table(1, List.of("name", "score"));
    table.add(List.of("a", "1"));
    table.warn("");

    assertEquals("| name | score |\n|---|---:|\n| a | 1 |\n", table.toMarkdown());
  }
}
