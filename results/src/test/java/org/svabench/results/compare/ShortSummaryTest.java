package org.svabench.results.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.run.ComparisonRecord;

class ShortSummaryTest {
  private static final double[][] SLOW = {{10, 10.1}, {10.2, 10}, {9.9, 10}};
  private static final double[][] FAST = {{15, 15.1}, {15.2, 15}, {14.9, 15}};
  private static final double[][] APART = {{15, 15.1}, {25, 25.1}, {14.9, 15}};

  private static final ComparisonRecord COMPARISON =
      new ComparisonRecord("design", "old", List.of(), meanings(), "topology", "h.Empty.nothing");

  @Test
  void itStartsWithTheAnswerAndIsOneAlignedTableOfPlainAscii() {
    String markdown = markdown(rows(2, FAST));

    assertTrue(
        markdown.startsWith(
            "Held against old (one each), new (batched) sends 50 % fewer waits but no fewer"
                + " commands (throughput x1.50, proven on 2 of 2).\n\n| benchmark "),
        markdown);
    assertTrue(markdown.chars().allMatch(c -> c < 128), markdown);
    List<String> table = table(markdown);
    assertEquals(6, table.size(), markdown);
    assertEquals(1, table.stream().mapToInt(String::length).distinct().count(), markdown);
    assertTrue(table.get(3).matches("\\| Inv.onePage \\| t0 +\\| new .* 8 \\| +4 \\|.*faster \\|"));
    assertFalse(markdown.contains("warning"), markdown);
  }

  @Test
  void aRunOfAnySizeFitsAScreenAndSaysWhatIsLeftOut() {
    List<JmhResult> results = new ArrayList<>();
    for (int event = 0; event < 40; event++) {
      results.addAll(rows("i.Inv.range" + event, 4, FAST));
    }
    results.add(Results.of("h.Hiccups.idle", Map.of(), "ns/op", SLOW, Map.of()));

    String markdown = markdown(results);

    assertTrue(table(markdown).size() <= 26, markdown);
    assertTrue(markdown.contains("but in the report: 23 lines of this kind."), markdown);
    assertTrue(markdown.contains("but in the report: 1 rows that compete with nothing."), markdown);
    assertTrue(line(markdown, "range39").isEmpty() && !line(markdown, "range3 ").isEmpty());
    assertTrue(line(markdown, "range3 ").contains("| all 4 "), markdown);
    assertTrue(line(markdown, "range3 ").contains(" 4 faster "), markdown);
  }

  @Test
  void aWarningStandsInTheRowItIsAboutAndAtItsScore() {
    List<JmhResult> results = new ArrayList<>(rows(2, FAST));
    results.addAll(rows("i.Inv.other", 3, APART));

    String markdown = markdown(results);

    assertTrue(
        line(markdown, "Inv.other").contains("| of 3 rows: forks differ 3, interval too wide 3 |"),
        markdown);
    assertTrue(line(markdown, "Inv.other").contains(" ! ops/us "), markdown);
    assertTrue(line(markdown, "Inv.onePage").endsWith(" |"), markdown);
    assertTrue(markdown.contains("3 of 10 rows are marked with !"), markdown);
    assertTrue(markdown(rows(1, APART)).contains(" ! 18.35 ops/us "), markdown);
  }

  @Test
  void resultsThatCompeteWithNothingAreListedWithTheirWarnings() {
    List<JmhResult> results = List.of(Results.of("a.B.c", Map.of(), "ns/op", APART, Map.of()));
    Field field = new Field(results, null);

    String markdown = ShortSummary.markdown(field, field.doubts(null));

    assertTrue(line(markdown, "B.c").contains("! 18.35"), markdown);
    assertTrue(line(markdown, "B.c").contains("forks differ: 1 of 3 ran"), markdown);
  }

  private static String markdown(List<JmhResult> results) {
    Field field = new Field(results, COMPARISON);
    return ShortSummary.markdown(field, field.doubts(null));
  }

  private static List<JmhResult> rows(int places, double[][] candidate) {
    return rows("i.Inv.onePage", places, candidate);
  }

  private static List<JmhResult> rows(String benchmark, int places, double[][] candidate) {
    List<JmhResult> rows = new ArrayList<>();
    for (int place = 0; place < places; place++) {
      for (String design : List.of("old", "new")) {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("topology", "t" + place);
        params.put("design", design);
        rows.add(
            Results.of(
                benchmark,
                params,
                "ops/us",
                design.equals("old") ? SLOW : candidate,
                Map.of("commands", 8.0, "waits", design.equals("old") ? 8.0 : 4.0)));
      }
    }
    return rows;
  }

  private static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    meanings.put("old", "one each");
    meanings.put("new", "batched");
    return meanings;
  }

  private static List<String> table(String markdown) {
    return markdown.lines().filter(l -> l.startsWith("|")).toList();
  }

  private static String line(String markdown, String part) {
    return table(markdown).stream().filter(l -> l.contains(part)).findFirst().orElse("");
  }
}
