package org.svabench.benchmarks.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svabench.benchmarks.jmh.JmhOptions;
import org.svabench.benchmarks.latency.HistogramResult;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.run.ForkRecord;
import org.svabench.results.run.MachineLock;

class JmhForkRunnerIT {
  private static final Plan PLAN =
      Plan.of(
          FixtureSuite.of(1, FixtureSuite.COUNTED, FixtureSuite.FAILING),
          JmhOptions.parse(List.of("-p", "topology=spr-1s-dsa", "-p", "batch=64")));

  @TempDir Path folder;

  private MachineLock alone;

  @BeforeEach
  void takeTheMachine() throws IOException {
    alone = MachineLock.take();
  }

  @AfterEach
  void giveItBack() {
    alone.close();
  }

  @Test
  void forksRunOneByOneAreWhatJmhMakesOfThemTogether() throws Exception {
    Row row = row("counted", "vtd-6.6");
    JmhForkRunner runner =
        new JmhForkRunner(List.of("-prof", "gc"), folder.resolve("jmh.log"), alone, () -> {});
    RowForks forks = new RowForks(row, 2);
    long samples = 0;
    for (int round = 1; round <= 2; round++) {
      FinishedFork fork =
          new FinishedFork(
              row.fileName(),
              new ForkRecord(round, round, "now", 1, -1, -1, null, null, null),
              runner.run(row));
      forks.add(throughTheDisk(fork));
    }

    JmhResult merged = forks.parsed();
    for (Map.Entry<String, List<HistogramResult>> call : forks.histograms().entrySet()) {
      assertEquals(4, call.getValue().size());
      samples += call.getValue().stream().mapToLong(h -> h.histogram().getTotalCount()).sum();
      assertEquals(
          samples, forks.result().getSecondaryResults().get(call.getKey()).getStatistics().getN());
    }
    assertTrue(samples > 0);
    assertEquals(2, merged.forks());
    assertEquals(2, merged.primary().rawData().length);
    assertEquals(3, merged.secondary().get("commands").score());
    assertTrue(merged.secondary().containsKey("gc.alloc.rate.norm"));
    assertTrue(Files.readString(folder.resolve("jmh.log")).contains("# Fork: 1 of 1"));
  }

  @Test
  void aBenchmarkThatThrowsGivesItsReasonInOneLine() {
    JmhForkRunner runner = new JmhForkRunner(List.of(), folder.resolve("jmh.log"), alone, () -> {});

    ForkFailed failure =
        assertThrows(ForkFailed.class, () -> runner.run(row("failing", "vtd-6.8")));

    assertEquals("this design never works", failure.getMessage());
    assertFalse(failure.fatal());
  }

  private FinishedFork throughTheDisk(FinishedFork fork) throws Exception {
    ForkStore store = new ForkStore(folder);
    store.keep(fork);
    List<FinishedFork> all = store.all();
    return all.get(all.size() - 1);
  }

  private static Row row(String method, String design) {
    return PLAN.rows().stream()
        .filter(row -> row.benchmark().endsWith(method))
        .filter(row -> row.params().get("design").equals(design))
        .findFirst()
        .orElseThrow();
  }
}
