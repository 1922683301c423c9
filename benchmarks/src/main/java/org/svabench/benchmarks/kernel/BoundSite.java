package org.svabench.benchmarks.kernel;

import org.svabench.model.Machine;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;
import org.svabench.model.topology.Device;

/** An mm of a machine with some devices bound, and the device that is bound and unbound. */
final class BoundSite {
  private final Machine machine;
  private final Cpu cpu;
  private final Mm mm;
  private final Device device;

  /**
   * Binds the devices in order, all but the last few.
   *
   * @param unbound how many of the last devices stay unbound
   * @param fromTheEnd 0 to bind and unbind the first device, 1 for the last one
   */
  BoundSite(Machine machine, int unbound, int fromTheEnd) {
    this.machine = machine;
    cpu = machine.newCpu();
    mm = machine.newMm();
    final int count = machine.topology().deviceCount();
    for (int i = 0; i < count - unbound; i++) {
      bind(machine.topology().device(i));
    }
    device = machine.topology().device(fromTheEnd * (count - 1));
  }

  void bindAndUnbind() {
    bind(device);
    machine.unbind(cpu, cpu.bond());
  }

  void invalidate(long start, long end) {
    machine.invalidate(cpu, mm, start, end);
  }

  private void bind(Device bound) {
    final int error = machine.bind(cpu, mm, bound);
    if (error != 0) {
      throw new IllegalStateException("bind of " + bound.name() + " failed: " + error);
    }
  }
}
