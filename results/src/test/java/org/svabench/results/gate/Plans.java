package org.svabench.results.gate;

import java.util.List;
import java.util.Map;
import org.svabench.results.gate.verdict.Rules;
import org.svabench.results.run.MachineRecord;

/** Plans by the standard rules, on a machine of two CPUs. */
final class Plans {
  private static final MachineRecord MACHINE =
      new MachineRecord("Linux", "amd64", "cpu", 2, 4096, "tsc", "unknown", true, List.of());

  private Plans() {}

  static GatePlan of(List<GatePlan.Row> rows) {
    return new GatePlan(
        GatePlan.SCHEMA_VERSION,
        "2026-11-27T20:45:00Z",
        Map.of(),
        "",
        0,
        42,
        Rules.standard(),
        rows,
        List.of(),
        List.of(),
        5760,
        MACHINE,
        null,
        1.2);
  }
}
