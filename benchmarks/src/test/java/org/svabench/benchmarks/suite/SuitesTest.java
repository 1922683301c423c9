package org.svabench.benchmarks.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.svabench.benchmarks.choice.TopologyChoice;
import org.svabench.benchmarks.jmh.JmhOptions;
import org.svabench.benchmarks.jmh.Selection;
import org.svabench.model.Designs;
import org.svabench.results.input.BadInput;

class SuitesTest {
  private static final JmhOptions NONE = JmhOptions.parse(List.of());

  @Test
  void everySuiteStaysBelowItsBudgetWithATenthToSpare() {
    for (Suite suite : Suites.all()) {
      long estimate = Plan.of(suite, NONE).estimate().toMillis();
      assertTrue(
          estimate < 0.9 * suite.budget().toMillis(), suite.name() + ": " + estimate + " ms");
    }
  }

  @Test
  void everyBenchmarkDesignAndTopologyOfASuiteExists() {
    Set<String> benchmarks =
        Selection.of(List.of(), List.of()).stream()
            .map(entry -> entry.getUsername())
            .collect(Collectors.toSet());
    for (Suite suite : Suites.all()) {
      for (Block block : suite.blocks()) {
        assertTrue(benchmarks.contains(block.benchmark()), block.benchmark());
        block.params().getOrDefault("topology", List.of()).forEach(TopologyChoice::of);
        for (String design : block.params().getOrDefault("design", List.of())) {
          assertTrue(Designs.named(design).isPresent(), design);
          assertTrue(suite.comparison().meaning().containsKey(design), design);
        }
      }
    }
  }

  @Test
  void rowsHaveFilesOfTheirOwn() {
    for (Suite suite : Suites.all()) {
      List<Row> rows = Plan.of(suite, NONE).rows();
      assertEquals(rows.size(), rows.stream().map(Row::fileName).distinct().count(), suite.name());
    }
  }

  @Test
  void theHeadlineComparesEveryDesignOnEveryTopology() {
    List<Row> rows =
        Plan.of(Suites.named("headline"), NONE).rows().stream()
            .filter(row -> row.params().containsKey("design"))
            .toList();

    // Three kinds of calls on every topology; a repeat bind, which reaches no hardware, on two.
    assertEquals(3 * (3 * 4 + 2), rows.size());
    assertEquals(
        Set.of("spr-2s-dsa-iaa", "spr-1s-dsa", "guest-1viommu:4", "guest-1viommu:16"),
        rows.stream().map(row -> row.params().get("topology")).collect(Collectors.toSet()));
  }

  @Test
  void anUnknownSuiteIsRefusedWithTheNearest() {
    BadInput refused = assertThrows(BadInput.class, () -> Suites.named("headlin"));

    assertEquals("suite headlin: no such suite; nearest: headline", refused.getMessage());
  }

  @Test
  void whatPatternsSelectIsASuiteInTheShapeOfItsAnnotations() {
    JmhOptions options = JmhOptions.parse(List.of("Tiny.counted"));

    Plan plan = Plan.of(Suites.selected(options), options);

    assertEquals(6, plan.rows().size());
    assertEquals("10 ms", plan.rows().get(0).shape().measurement().toString());
  }
}
