package org.svabench.results.gate;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.svabench.results.gate.fork.Bench;
import org.svabench.results.gate.fork.Inventory;
import org.svabench.results.gate.fork.Workshop;

/** What a gate would measure. */
public final class GateListing {
  private GateListing() {}

  /**
   * A benchmark that the options select.
   *
   * @param benchmark full name
   * @param parameters values that were asked for, several with commas between
   * @param inBaseline whether the baseline has it
   * @param inCandidate whether the candidate has it
   */
  public record Line(
      String benchmark, Map<String, String> parameters, boolean inBaseline, boolean inCandidate) {}

  /**
   * Lists the benchmarks of both jars, by the harness in each. Measures nothing and leaves nothing
   * behind.
   *
   * @param options of the gate
   * @return in the baseline's order, then what only the candidate has
   * @throws IOException if processes cannot be made
   * @throws InterruptedException if the thread is interrupted
   * @throws org.svabench.results.input.BadInput if a jar is no JMH jar, or nothing is selected
   */
  public static List<Line> of(GateOptions options) throws IOException, InterruptedException {
    try (Workshop workshop = Workshop.open()) {
      Bench bench = new Bench(workshop, options.environment());
      return new Survey(options, new Inventory(bench), new GateProgress() {}).listing();
    }
  }
}
