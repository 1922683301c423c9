package org.svabench.benchmarks.exact;

import org.svabench.model.Machine;

/**
 * The counters of a machine of the model.
 *
 * @param machine the machine under test
 */
public record MachineCounts(Machine machine) implements FanOutCounts {
  @Override
  public long commands() {
    return machine.commands();
  }

  @Override
  public long waits() {
    return machine.waits();
  }

  @Override
  public long exits() {
    return machine.exits();
  }
}
