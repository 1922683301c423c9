package org.svabench.benchmarks.baseline;

import java.util.ArrayList;
import java.util.List;
import org.svabench.results.baseline.Baseline;

/** All exact figures, by concern. */
public final class ExactFigures {
  private ExactFigures() {}

  /**
   * Computes everything; takes a few seconds.
   *
   * @return a baseline per concern; without that of the allocation on a JVM that does not count it
   */
  public static List<Baseline> compute() {
    List<Baseline> all = new ArrayList<>();
    all.add(NotificationFigures.compute());
    all.add(BondFigures.compute());
    all.add(ScenarioFigures.compute());
    AllocationFigures.compute().ifPresent(all::add);
    return all;
  }
}
