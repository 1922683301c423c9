package org.svabench.benchmarks.cli;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.svabench.results.gate.GateListing;
import org.svabench.results.gate.GateOptions;
import org.svabench.results.table.Table;

/** {@code gate --dry-run}: what would be measured. */
final class GateDryRun {
  private GateDryRun() {}

  static int show(GateOptions options) {
    try {
      Table table = new Table(3, List.of("benchmark", "parameters", "in"));
      for (GateListing.Line line : GateListing.of(options)) {
        table.add(List.of(line.benchmark(), parameters(line), where(line)));
      }
      System.out.print(table.toText());
      System.out.println(
          "Nothing was measured. A row takes about 100 s where --budget sets no limit.");
      return ExitCode.GOOD;
    } catch (IOException e) {
      System.err.println("svabench: " + e.getMessage());
      return ExitCode.NOT_FINISHED;
    } catch (InterruptedException e) {
      return ExitCode.NOT_FINISHED;
    }
  }

  private static String parameters(GateListing.Line line) {
    return line.parameters().isEmpty()
        ? "the benchmark's own"
        : line.parameters().entrySet().stream()
            .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
            .collect(Collectors.joining(" "));
  }

  private static String where(GateListing.Line line) {
    if (line.inBaseline() && line.inCandidate()) {
      return "both";
    }
    return line.inBaseline() ? "baseline only" : "candidate only";
  }
}
