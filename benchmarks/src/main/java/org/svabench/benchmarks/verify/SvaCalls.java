package org.svabench.benchmarks.verify;

import org.svabench.model.Machine;
import org.svabench.model.mm.Bond;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;
import org.svabench.model.topology.Device;

/** The calls under test. Tests replace some of them by broken ones. */
class SvaCalls {
  final Machine machine;

  SvaCalls(Machine machine) {
    this.machine = machine;
  }

  Mm newMm() {
    return machine.newMm();
  }

  int bind(Cpu cpu, Mm mm, Device device) {
    return machine.bind(cpu, mm, device);
  }

  void unbind(Cpu cpu, Bond bond) {
    machine.unbind(cpu, bond);
  }

  void invalidate(Cpu cpu, Mm mm, long start, long end) {
    machine.invalidate(cpu, mm, start, end);
  }

  void invalidateKernelRange(Cpu cpu, long start, long end) {
    machine.invalidateKernelRange(cpu, start, end);
  }

  Mm fork(Cpu cpu, Mm parent) {
    return machine.fork(cpu, parent);
  }

  void exit(Cpu cpu, Mm mm) {
    machine.exit(cpu, mm);
  }
}
