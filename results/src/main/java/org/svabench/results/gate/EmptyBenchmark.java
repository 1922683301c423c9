package org.svabench.results.gate;

import java.io.IOException;
import java.util.Map;
import org.svabench.results.gate.fork.ForkCrash;
import org.svabench.results.gate.fork.Inventory;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.verdict.HarnessBytes;

/** What the harness allocates by itself, measured by a benchmark that does nothing. */
record EmptyBenchmark(GateOptions.Empty empty, Inventory inventory) {
  /** Bytes per iteration; 0 where there is no such benchmark or it does not run. */
  double bytesPerIteration() throws IOException, InterruptedException {
    if (empty == null) {
      return 0;
    }
    try {
      return inventory
          .measure(Arm.BASELINE, empty.jar(), empty.benchmark(), Map.of(), Survey.SHORT)
          .values()
          .stream()
          .findFirst()
          .map(entry -> HarnessBytes.of(entry.fork(), Survey.SHORT))
          .orElse(0.0);
    } catch (ForkCrash e) {
      return 0;
    }
  }
}
