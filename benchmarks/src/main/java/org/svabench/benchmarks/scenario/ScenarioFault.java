package org.svabench.benchmarks.scenario;

/** A line of a scenario that cannot be carried out: what is wrong and what would be right. */
final class ScenarioFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ScenarioFault(String message) {
    super(message);
  }
}
