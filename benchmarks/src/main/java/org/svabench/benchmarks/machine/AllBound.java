package org.svabench.benchmarks.machine;

import org.svabench.model.Machine;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;
import org.svabench.model.topology.Device;

/** Mms that have every device of their machine bound. */
public final class AllBound {
  private AllBound() {}

  /**
   * A new mm, its devices bound in the order of their ids.
   *
   * @param machine the machine
   * @param cpu of the calling thread
   * @return the mm
   */
  public static Mm mm(Machine machine, Cpu cpu) {
    Mm mm = machine.newMm();
    for (Device device : machine.topology().devices()) {
      mustSucceed(machine.bind(cpu, mm, device));
    }
    return mm;
  }

  /**
   * Checks what a bind returned, or several or-ed together.
   *
   * @param errors 0 or errors of {@link org.svabench.model.mm.Errno}
   * @throws IllegalStateException unless 0
   */
  public static void mustSucceed(int errors) {
    if (errors != 0) {
      throw new IllegalStateException("bind failed: " + errors);
    }
  }
}
