package org.svabench.results.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.svabench.results.doubt.Doubts;
import org.svabench.results.jmh.JmhMetric;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.jmh.ResultKey;
import org.svabench.results.run.RunRecord;
import org.svabench.results.statistics.Direction;
import org.svabench.results.statistics.ForkSummary;
import org.svabench.results.statistics.RatioInterval;
import org.svabench.results.statistics.Ratios;
import org.svabench.results.table.Figures;
import org.svabench.results.table.Table;

/**
 * Two results of JMH, row by row. They were not measured in turns, so the intervals are those of
 * strangers and say nothing about what changed on the machine in between.
 */
public final class SideBySide {
  private static final String CANNOT_SHOW =
      """
      What this cannot show: whether the machine was as fast for one result as for the other. They
      were measured at different times, so a slow hour looks like a slow candidate, outside of any
      interval here. gate runs both side by side and judges.
      """;

  /**
   * What is held against another.
   *
   * @param results of JMH
   * @param run what is known beside them, null where nothing is
   */
  public record Side(List<JmhResult> results, RunRecord run) {}

  private final Map<ResultKey, JmhResult> base = new LinkedHashMap<>();
  private final Map<ResultKey, JmhResult> candidate = new LinkedHashMap<>();
  private final Doubts ofBase;
  private final Doubts ofCandidate;
  private final Pattern metrics;

  /**
   * Holds two results side by side.
   *
   * @param base one result
   * @param candidate the other
   * @param metrics secondary metrics to show, by the whole name
   */
  public SideBySide(Side base, Side candidate, Pattern metrics) {
    base.results().forEach(result -> this.base.put(result.key(), result));
    candidate.results().forEach(result -> this.candidate.put(result.key(), result));
    this.ofBase = Doubts.of(base.results(), base.run());
    this.ofCandidate = Doubts.of(candidate.results(), candidate.run());
    this.metrics = metrics;
    this.base.forEach(
        (key, before) -> {
          JmhResult after = this.candidate.get(key);
          if (after != null && before.primary().unit().equals(after.primary().unit())) {
            ofCandidate.compare(
                after, before, base.run(), ratio(before.primary(), after.primary()));
          }
        });
  }

  /**
   * Rows that both have.
   *
   * @return how many
   */
  public long common() {
    return base.keySet().stream().filter(candidate::containsKey).count();
  }

  /**
   * The comparison as a table and its footnotes.
   *
   * @param markdown GitHub-flavoured Markdown, else for a screen
   * @return lines, each ended
   */
  public String render(boolean markdown) {
    Table table =
        new Table(
            2,
            List.of("benchmark", "metric", "base", "candidate", "unit", "ratio, 95 %", "finding"));
    TreeSet<String> methods = new TreeSet<>();
    base.forEach(
        (key, before) -> {
          JmhResult after = candidate.get(key);
          if (after != null) {
            List<String> cells =
                row(key.toString(), "score", before.primary(), after.primary(), methods);
            cells.set(2, ofBase.marked(key, cells.get(2)));
            cells.set(3, ofCandidate.marked(key, cells.get(3)));
            table.add(cells);
            warn("base", ofBase.sentence(key), table);
            warn("candidate", ofCandidate.sentence(key), table);
            before.secondary().entrySet().stream()
                .filter(e -> metrics.matcher(e.getKey()).matches())
                .filter(e -> after.secondary().containsKey(e.getKey()))
                .forEach(
                    e ->
                        table.add(
                            row(
                                "",
                                e.getKey(),
                                e.getValue(),
                                after.secondary().get(e.getKey()),
                                methods)));
          }
        });
    StringBuilder text = new StringBuilder(markdown ? table.toMarkdown() : table.toText());
    text.append('\n');
    methods.forEach(method -> text.append("Interval: ").append(method).append(".\n"));
    text.append(CANNOT_SHOW);
    onlyIn("base", base, candidate, text);
    onlyIn("candidate", candidate, base, text);
    return text.toString();
  }

  private static List<String> row(
      String name, String label, JmhMetric before, JmhMetric after, TreeSet<String> methods) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                name, label, Figures.of(before.score()), Figures.of(after.score()), before.unit()));
    if (!before.unit().equals(after.unit())) {
      cells.addAll(List.of("-", "units differ: " + before.unit() + ", " + after.unit()));
    } else if (constant(before) && constant(after)) {
      cells.addAll(List.of("exact", before.score() == after.score() ? "the same" : "differs"));
    } else {
      Direction direction = Direction.of(before.unit());
      RatioInterval ratio = ratio(before, after);
      methods.add(ratio.method().words());
      cells.addAll(List.of(ratio.toString(), Competitor.verdict(ratio, direction)));
    }
    return cells;
  }

  private static RatioInterval ratio(JmhMetric before, JmhMetric after) {
    Direction direction = Direction.of(before.unit());
    return Ratios.ofStrangers(
        ForkSummary.logOf(before.rawData(), direction),
        ForkSummary.logOf(after.rawData(), direction));
  }

  private static void warn(String side, String sentence, Table table) {
    table.warn(sentence.isEmpty() ? "" : side + ": " + sentence);
  }

  /** The same integer in every iteration of every fork is a count, not a measurement. */
  private static boolean constant(JmhMetric metric) {
    boolean any = false;
    for (double[] fork : metric.rawData()) {
      for (double score : fork) {
        any = true;
        if (score != metric.score() || score != Math.rint(score)) {
          return false;
        }
      }
    }
    return any;
  }

  private static void onlyIn(
      String side,
      Map<ResultKey, JmhResult> here,
      Map<ResultKey, JmhResult> there,
      StringBuilder text) {
    here.keySet().stream()
        .filter(key -> !there.containsKey(key))
        .forEach(key -> text.append("Only in ").append(side).append(": ").append(key).append('\n'));
  }
}
