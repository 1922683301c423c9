package org.svabench.benchmarks.suite;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.svabench.benchmarks.choice.CostChoice;
import org.svabench.benchmarks.choice.TopologyChoice;
import org.svabench.benchmarks.invalidate.TraceParameter;
import org.svabench.benchmarks.latency.Gaps;
import org.svabench.benchmarks.latency.Rate;
import org.svabench.model.Designs;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.Nearest;

/**
 * Checks the values of {@code -p design=}, {@code topology=}, {@code cost=}, {@code rate=}, {@code
 * gaps=} and {@code trace=} before any JVM is started: a misspelt one would otherwise be found by a
 * fork, much later and with a stack trace.
 */
public final class KnownValues {
  private KnownValues() {}

  /**
   * Checks what the user gave.
   *
   * @param options JMH's
   * @throws BadInput naming the value and the nearest right one
   */
  public static void check(CommandLineOptions options) {
    for (String design : options.getParameter("design").orElse(Set.of())) {
      if (Designs.named(design).isEmpty()) {
        throw new BadInput(
            "-p design=" + design + ": no such design; " + Nearest.hint(design, Designs.names()));
      }
    }
    Collection<String> topologies = options.getParameter("topology").orElse(List.of());
    topologies.forEach(TopologyChoice::of);
    options.getParameter("cost").orElse(Set.of()).forEach(CostChoice::of);
    options.getParameter("rate").orElse(Set.of()).forEach(Rate::of);
    options.getParameter("gaps").orElse(Set.of()).forEach(Gaps::of);
    options.getParameter("trace").orElse(Set.of()).forEach(TraceParameter::check);
  }
}
