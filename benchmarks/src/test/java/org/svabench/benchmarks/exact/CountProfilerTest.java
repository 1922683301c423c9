package org.svabench.benchmarks.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CountProfilerTest {
  private final Counts counts = new Counts();

  @Test
  void whatLiesBeforeTheWindowIsNotCounted() {
    counts.commands = 1_000_003;
    CountWindow window = CountWindow.exact(counts, 4);

    window.open();
    counts.commands += 8 * 500;
    window.close();

    CountResult result = CountProfiler.perOperation(List.of(window), Counted.COMMANDS, 500);
    assertEquals("commands", result.getLabel());
    assertEquals(8, result.getScore());
  }

  @Test
  void theWindowsOfAllThreadsBelongToAllOperations() {
    CountWindow one = window(CountWindow.exact(counts, 4), 800);
    CountWindow other = window(CountWindow.exact(counts, 4), 1600);

    assertEquals(
        8, CountProfiler.perOperation(List.of(one, other), Counted.COMMANDS, 300).getScore());
  }

  @Test
  void anExactCountThatIsNoWholeNumberFails() {
    CountWindow window = window(CountWindow.exact(counts, 4), 801);

    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class,
            () -> CountProfiler.perOperation(List.of(window), Counted.COMMANDS, 100));
    assertTrue(
        failure.getMessage().startsWith("801 commands in 100 operations is no whole number"),
        failure.getMessage());
  }

  @Test
  void aMeanIsNamedSo() {
    CountWindow window = window(CountWindow.mean(counts), 850);

    CountResult result = CountProfiler.perOperation(List.of(window), Counted.COMMANDS, 100);

    assertEquals("commands.mean", result.getLabel());
    assertEquals(8.5, result.getScore());
  }

  @Test
  void forksThatCountDifferentlyHaveNoCount() {
    List<CountResult> forks =
        List.of(
            new CountResult("commands", true, 800, 100), new CountResult("commands", true, 70, 10));

    assertTrue(Double.isNaN(merged(forks).getScore()));
    assertTrue(Double.isNaN(merged(List.of(forks.get(0), merged(forks))).getScore()));
  }

  @Test
  void forksThatCountTheSameKeepIt() {
    assertEquals(
        8,
        merged(
                List.of(
                    new CountResult("commands", true, 800, 100),
                    new CountResult("commands", true, 8, 1)))
            .getScore());
  }

  @Test
  void meansAreWeightedByTheirOperations() {
    assertEquals(
        2.0,
        merged(
                List.of(
                    new CountResult("commands.mean", false, 100, 100),
                    new CountResult("commands.mean", false, 110, 5)))
            .getScore());
  }

  private static CountResult merged(List<CountResult> parts) {
    return parts.get(0).getIterationAggregator().aggregate(parts);
  }

  private CountWindow window(CountWindow window, long commands) {
    window.open();
    counts.commands += commands;
    window.close();
    return window;
  }

  private static final class Counts implements FanOutCounts {
    private long commands;

    @Override
    public long commands() {
      return commands;
    }

    @Override
    public long waits() {
      return 0;
    }

    @Override
    public long exits() {
      return 0;
    }
  }
}
