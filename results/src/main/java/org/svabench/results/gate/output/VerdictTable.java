package org.svabench.results.gate.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.svabench.results.doubt.Doubts;
import org.svabench.results.gate.verdict.Controls;
import org.svabench.results.gate.verdict.ExactVerdict;
import org.svabench.results.gate.verdict.GateVerdict;
import org.svabench.results.gate.verdict.MetricVerdict;
import org.svabench.results.gate.verdict.Outcome;
import org.svabench.results.gate.verdict.RowVerdict;
import org.svabench.results.jmh.ResultKey;
import org.svabench.results.table.Table;

/** The verdict as a person reads it: a table, what is worth a sentence, and one last line. */
public final class VerdictTable {
  private final GateVerdict verdict;

  /**
   * Shows a verdict.
   *
   * @param verdict what to show
   */
  public VerdictTable(GateVerdict verdict) {
    this.verdict = verdict;
  }

  /**
   * For a screen.
   *
   * @return lines, each ended
   */
  public String text() {
    return table().toText() + "\n" + sentences("  ") + summary() + "\n";
  }

  /**
   * For a pull request.
   *
   * @return GitHub-flavoured Markdown, lines each ended
   */
  public String markdown() {
    String sentences = sentences("- ");
    return "### Performance gate: "
        + summary()
        + "\n\n"
        + table().toMarkdown()
        + (sentences.isEmpty() ? "" : "\n" + sentences);
  }

  private Table table() {
    Table table =
        new Table(
            1,
            List.of(
                "benchmark",
                "baseline",
                "candidate",
                "change",
                "bounds",
                "allocation",
                "pairs",
                "verdict"));
    verdict
        .rows()
        .forEach(
            row -> {
              table.add(line(row));
              row.findings().forEach(table::warn);
            });
    return table;
  }

  private static List<String> line(RowVerdict row) {
    List<String> cells = new ArrayList<>();
    cells.add(row.row().toString());
    cells.add(Words.time(row.baselineNanos()));
    cells.add(Doubts.marked(!row.findings().isEmpty(), Words.time(row.candidateNanos())));
    if (row.metrics().isEmpty()) {
      cells.addAll(List.of("-", "-"));
    } else {
      cells.add(Words.change(row.metrics().get(0)));
      cells.add(Words.bounds(row.metrics().get(0)));
    }
    cells.add(
        row.exact().stream()
            .filter(exact -> exact.counter().equals("allocation"))
            .map(Words::exact)
            .findFirst()
            .orElse("-"));
    cells.add(String.valueOf(row.pairs()));
    cells.add(word(row));
    return cells;
  }

  private static String word(RowVerdict row) {
    if (row.outcome() == Outcome.PASS) {
      String open =
          row.metrics().stream()
              .filter(metric -> metric.outcome() == Outcome.INCONCLUSIVE)
              .map(metric -> metric.metric().word())
              .collect(Collectors.joining(" and "));
      return (row.faster() ? "PASS, faster" : row.slower() ? "PASS, slower in tolerance" : "PASS")
          + (open.isEmpty() ? "" : ", " + open + " open");
    }
    return row.outcome().toString();
  }

  private String sentences(String bullet) {
    StringBuilder text = new StringBuilder();
    for (RowVerdict row : verdict.rows()) {
      List<String> all = new ArrayList<>();
      row.metrics().stream()
          .skip(1)
          .filter(metric -> worthASentence(metric))
          .forEach(metric -> all.add(Words.metric(metric)));
      row.exact().stream()
          .filter(exact -> exact.outcome() != Outcome.PASS)
          .forEach(exact -> all.add(sentence(exact)));
      all.forEach(s -> text.append(bullet).append(row.row()).append(": ").append(s).append('\n'));
    }
    only("only in the candidate, not compared", verdict.added(), bullet, text);
    only("only in the baseline, removed or renamed", verdict.removed(), bullet, text);
    controls(bullet, text);
    verdict.notes().forEach(note -> text.append(bullet).append(note).append('\n'));
    verdict
        .invalid()
        .forEach(why -> text.append(bullet).append("INVALID: ").append(why).append('\n'));
    return text.toString();
  }

  private static boolean worthASentence(MetricVerdict metric) {
    return metric.outcome() == Outcome.FAIL || metric.ratio() > 1 + metric.margin().tolerance();
  }

  private static String sentence(ExactVerdict exact) {
    return exact.counter() + " " + Words.exact(exact) + ", " + exact.why() + ", " + exact.outcome();
  }

  private static void only(String what, List<ResultKey> rows, String bullet, StringBuilder text) {
    rows.forEach(row -> text.append(bullet).append(row).append(": ").append(what).append('\n'));
  }

  private void controls(String bullet, StringBuilder text) {
    for (Controls.Summary controls : verdict.controls()) {
      if (controls.pairs() > 0) {
        text.append(bullet)
            .append(
                String.format(
                    Locale.ROOT,
                    "%s: %s over %d pairs, %d of them apart by more than the tolerance%n",
                    controls.what(),
                    Words.percent(controls.ratio()),
                    controls.pairs(),
                    controls.beyond()));
      }
    }
  }

  /**
   * The verdict in one line.
   *
   * @return without a line's end
   */
  public String summary() {
    String counts =
        List.of(Outcome.values()).stream()
            .filter(outcome -> verdict.count(outcome) > 0)
            .map(outcome -> verdict.count(outcome) + " " + outcome)
            .collect(Collectors.joining(", "));
    return verdict.outcome()
        + " ("
        + (counts.isEmpty() ? "no row in common" : counts)
        + (verdict.added().isEmpty() ? "" : ", " + verdict.added().size() + " added")
        + (verdict.removed().isEmpty() ? "" : ", " + verdict.removed().size() + " removed")
        + ")";
  }
}
