package org.svabench.results.compare;

import java.util.List;
import org.svabench.results.doubt.Doubts;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.table.Figures;
import org.svabench.results.table.Table;

/** Results among which nothing competes: each with its score, as JMH prints them. */
final class ScoreTable {
  private ScoreTable() {}

  static Table of(List<JmhResult> results, Doubts doubts) {
    Table table = new Table(1, List.of("benchmark", "samples", "score", "error (99.9%)", "unit"));
    for (JmhResult result : results) {
      table.add(
          List.of(
              result.key().toString(),
              "" + result.primary().count(),
              doubts.marked(result.key(), Figures.of(result.primary().score())),
              Figures.of(result.primary().error()),
              result.primary().unit()));
      table.warn(doubts.sentence(result.key()));
    }
    return table;
  }
}
