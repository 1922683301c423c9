package org.svabench.benchmarks.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.svabench.benchmarks.jmh.JmhOptions;
import org.svabench.results.input.BadInput;

class PlanTest {
  private static final long SEED = 3;

  @Test
  void everyRowHasOneForkInEveryRound() {
    Plan plan = plan();

    for (int round = 1; round <= plan.rounds(); round++) {
      List<Row> turns = plan.turns(round, SEED);
      assertEquals(new HashSet<>(plan.rows()), new HashSet<>(turns));
      assertEquals(plan.rows().size(), turns.size());
    }
  }

  @Test
  void competingRowsAreNeighboursInTime() {
    Plan plan = plan();

    for (int round = 1; round <= plan.rounds(); round++) {
      List<Row> turns = plan.turns(round, SEED);
      for (int first = 0; first < turns.size(); first += 3) {
        Set<Row> shared = new HashSet<>();
        turns.subList(first, first + 3).forEach(row -> shared.add(row.without(Set.of("design"))));
        assertEquals(1, shared.size(), turns.toString());
      }
    }
  }

  @Test
  void theOrderOfARoundIsTurnedRoundInTheNext() {
    Plan plan = plan();

    for (Row competitor : plan.rows()) {
      int first = place(competitor, plan.turns(1, SEED));
      int second = place(competitor, plan.turns(2, SEED));
      assertEquals(2, first + second, competitor.toString());
    }
  }

  @Test
  void theSeedDecidesTheOrder() {
    Plan plan = plan();

    assertEquals(plan.turns(1, SEED), plan.turns(1, SEED));
    Set<List<Row>> orders = new HashSet<>();
    for (long seed = 0; seed < 20; seed++) {
      orders.add(plan.turns(1, seed));
    }
    assertTrue(orders.size() > 10, "only " + orders.size() + " orders of 20 seeds");
    assertNotEquals(plan.turns(1, SEED), plan.turns(3, SEED));
  }

  @Test
  void jmhOptionsSelectAndReshapeRows() {
    Plan plan =
        plan(
            "-p",
            "design=vtd-6.6,vtd-6.14",
            "-p",
            "topology=guest-1viommu:4",
            "-f",
            "5",
            "-wi",
            "7",
            "-r",
            "1s");

    assertEquals(5, plan.rounds());
    List<String> designs = new ArrayList<>();
    for (Row row : plan.rows()) {
      designs.add(row.params().get("design"));
      assertEquals("guest-1viommu:4", row.params().get("topology"));
      assertEquals(7, row.shape().warmups());
      assertEquals("1 s", row.shape().measurement().toString());
      assertEquals(2, row.shape().measurements());
    }
    assertEquals(List.of("vtd-6.6", "vtd-6.14"), designs);
  }

  @Test
  void patternsSelectRowsAndExcludesDropThem() {
    Suite both = FixtureSuite.of(1, FixtureSuite.COUNTED, FixtureSuite.FAILING);

    assertEquals(12, Plan.of(both, options()).rows().size());
    assertEquals(6, Plan.of(both, options("Tiny.counted")).rows().size());
    assertEquals(6, Plan.of(both, options("-e", "counted")).rows().size());
  }

  @Test
  void aSelectionOfNothingIsRefused() {
    BadInput refused = assertThrows(BadInput.class, () -> plan("NoSuchBenchmark"));

    assertTrue(
        refused.getMessage().startsWith("suite fixture: no benchmark of it matches NoSuch"),
        refused.getMessage());
  }

  @Test
  void aRunWithoutForksIsRefused() {
    assertThrows(BadInput.class, () -> plan("-f", "0"));
  }

  @Test
  void misspeltDesignsAndTopologiesAreFoundBeforeAnyFork() {
    BadInput design =
        assertThrows(BadInput.class, () -> KnownValues.check(options("-p", "design=vtd-6.7")));
    BadInput topology =
        assertThrows(BadInput.class, () -> KnownValues.check(options("-p", "topology=spr-1s")));

    assertTrue(design.getMessage().contains("vtd-6.6"), design.getMessage());
    assertTrue(topology.getMessage().contains("spr-1s-dsa"), topology.getMessage());
  }

  @Test
  void theEstimateCountsTheStartOfEveryJvm() {
    // 6 rows, 2 forks each, 30 ms of iterations.
    assertEquals(
        12 * (Shape.JVM.toMillis() + 30), Plan.of(suite(2), options()).estimate().toMillis());
  }

  private static int place(Row row, List<Row> turns) {
    return turns.stream()
        .filter(other -> other.without(Set.of("design")).equals(row.without(Set.of("design"))))
        .toList()
        .indexOf(row);
  }

  private static Plan plan(String... arguments) {
    return Plan.of(suite(4), options(arguments));
  }

  private static Suite suite(int rounds) {
    return FixtureSuite.of(rounds, FixtureSuite.COUNTED);
  }

  private static JmhOptions options(String... arguments) {
    return JmhOptions.parse(List.of(arguments));
  }
}
