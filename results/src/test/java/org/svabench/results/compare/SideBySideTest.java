package org.svabench.results.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.svabench.results.jmh.JmhResult;

class SideBySideTest {
  private static final double[][] BEFORE = {{10, 10.1}, {10.2, 10}, {9.9, 10}};
  private static final double[][] AFTER = {{15, 15.1}, {15.2, 15}, {14.9, 15}};

  @Test
  void timesAreHeldAgainstEachOtherAsRatios() {
    String text =
        render(List.of(row("a.B.b", "ns/op", BEFORE, 8)), List.of(row("a.B.b", "ns/op", AFTER, 8)));

    assertTrue(line(text, "score").contains("x1.5"), text);
    assertTrue(line(text, "score").endsWith("slower"), text);
    assertTrue(text.contains("Interval: Welch's t"), text);
    assertTrue(text.contains("What this cannot show"), text);
  }

  @Test
  void moreOperationsPerTimeAreFaster() {
    String text =
        render(
            List.of(row("a.B.b", "ops/us", BEFORE, 8)), List.of(row("a.B.b", "ops/us", AFTER, 8)));

    assertTrue(line(text, "score").endsWith("faster"), text);
  }

  @Test
  void countsAreHeldAgainstEachOtherAsTheyAre() {
    String same =
        render(List.of(row("a.B.b", "ns/op", BEFORE, 8)), List.of(row("a.B.b", "ns/op", AFTER, 8)));
    String other =
        render(List.of(row("a.B.b", "ns/op", BEFORE, 8)), List.of(row("a.B.b", "ns/op", AFTER, 4)));

    assertTrue(line(same, "waits").endsWith("exact  the same"), same);
    assertTrue(line(other, "waits").endsWith("exact  differs"), other);
  }

  @Test
  void rowsOfOneSideAreListedAndNotDropped() {
    SideBySide compared =
        new SideBySide(
            List.of(row("a.B.old", "ns/op", BEFORE, 8)),
            List.of(row("a.B.new", "ns/op", AFTER, 8)),
            Pattern.compile(".*"));

    String text = compared.render(false);

    assertEquals(0, compared.common());
    assertTrue(text.contains("Only in base: B.old [avgt]"), text);
    assertTrue(text.contains("Only in candidate: B.new [avgt]"), text);
  }

  @Test
  void aChangedUnitIsSaidInsteadOfARatio() {
    String text =
        render(List.of(row("a.B.b", "ns/op", BEFORE, 8)), List.of(row("a.B.b", "us/op", AFTER, 8)));

    assertTrue(line(text, "score").contains("units differ: ns/op, us/op"), text);
  }

  private static String render(List<JmhResult> base, List<JmhResult> candidate) {
    return new SideBySide(base, candidate, Pattern.compile("waits")).render(false);
  }

  private static JmhResult row(String benchmark, String unit, double[][] scores, double waits) {
    return Results.of(benchmark, Map.of(), unit, scores, Map.of("waits", waits));
  }

  private static String line(String text, String part) {
    return text.lines().filter(l -> l.contains(" " + part + " ")).findFirst().orElseThrow();
  }
}
