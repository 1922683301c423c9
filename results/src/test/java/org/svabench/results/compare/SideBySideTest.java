package org.svabench.results.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.jmh.JmhSetting;

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
            new SideBySide.Side(List.of(row("a.B.old", "ns/op", BEFORE, 8)), null),
            new SideBySide.Side(List.of(row("a.B.new", "ns/op", AFTER, 8)), null),
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

  @Test
  void aRowThatShouldNotBeTrustedIsMarkedOnTheSideItIsAbout() {
    double[][] apart = {{10, 10.1}, {20.2, 20}, {9.9, 10}};
    List<JmhResult> good = List.of(row("a.B.b", "ns/op", BEFORE, 8));
    List<JmhResult> bad = List.of(row("a.B.b", "ns/op", apart, 8));

    assertTrue(line(render(good, good), "score").contains("  10.03      10.03  "), "clean");
    assertTrue(line(render(bad, good), "score").contains("  ! 13.37 "), render(bad, good));
    assertTrue(
        render(bad, good).contains("\n  ! base: forks differ: 1 of 3 ran"), render(bad, good));
    assertTrue(line(render(good, bad), "score").contains("  ! 13.37  "), render(good, bad));
    assertTrue(
        render(good, bad).contains("\n  ! candidate: forks differ: 1 of 3 ran"), "the other side");
  }

  @Test
  void runsOfMixedBlackholesAreNotPassedOffAsComparable() {
    JmhResult after = row("a.B.b", "ns/op", AFTER, 8);
    JmhResult old =
        new JmhResult(
            after.key(),
            after.forks(),
            new JmhSetting("1.37", "1.8.0_382", "", List.of(), 1, "1 s", 2, "1 s"),
            row("a.B.b", "ns/op", BEFORE, 8).primary(),
            after.secondary());

    String text = render(List.of(old), List.of(after));

    assertTrue(text.contains("\n  ! candidate: blackholes mixed: by compiler here"), text);
  }

  private static String render(List<JmhResult> base, List<JmhResult> candidate) {
    return new SideBySide(
            new SideBySide.Side(base, null),
            new SideBySide.Side(candidate, null),
            Pattern.compile("waits"))
        .render(false);
  }

  private static JmhResult row(String benchmark, String unit, double[][] scores, double waits) {
    return Results.of(benchmark, Map.of(), unit, scores, Map.of("waits", waits));
  }

  private static String line(String text, String part) {
    return text.lines().filter(l -> l.contains(" " + part + " ")).findFirst().orElseThrow();
  }
}
