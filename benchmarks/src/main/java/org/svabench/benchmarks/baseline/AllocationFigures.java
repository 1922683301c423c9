package org.svabench.benchmarks.baseline;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.svabench.benchmarks.choice.NotificationRange;
import org.svabench.benchmarks.choice.RangeChoice;
import org.svabench.model.Design;
import org.svabench.model.Designs;
import org.svabench.model.Machine;
import org.svabench.model.mm.Bond;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;
import org.svabench.model.topology.Device;
import org.svabench.results.baseline.Baseline;

/**
 * Bytes that the hot calls allocate, by the JVM's own count of this thread. Where the code
 * allocates nothing the figure is 0 whatever the compiler does, so it is exact without a warm-up
 * worth the name.
 */
final class AllocationFigures {
  private static final int CALLS = 300;
  private static final int ROUNDS = 4;
  private static final NotificationRange PAGE = RangeChoice.of("1p");

  private final ThreadMXBean thread;
  private final Machine machine;
  private final Cpu cpu;
  private final Mm held;

  private AllocationFigures(ThreadMXBean thread, Design design) {
    this.thread = thread;
    this.machine = Machine.of(Machines.nativeTo(design), design);
    this.cpu = machine.newCpu();
    this.held = machine.newMm();
    for (Device device : machine.topology().devices()) {
      if (device.index() != 0) {
        machine.bind(cpu, held, device);
      }
    }
  }

  /** Empty on a JVM that does not count. */
  static Optional<Baseline> compute() {
    if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean counting)
        || !counting.isThreadAllocatedMemorySupported()) {
      return Optional.empty();
    }
    Map<String, Map<String, Object>> rows = new TreeMap<>();
    for (Design design : Designs.all()) {
      rows.put(design.name(), new AllocationFigures(counting, design).figures());
    }
    return Optional.of(
        Baseline.of(
            "allocation",
            "Bytes per call: notifying of a page and of everything with all devices but one bound,"
                + " binding and unbinding that one, and the whole life of an mm with one bond.",
            rows));
  }

  private Map<String, Object> figures() {
    Device device = machine.topology().device(0);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("notifyPage", bytes(() -> machine.invalidate(cpu, held, PAGE.start(), PAGE.end())));
    figures.put("notifyAll", bytes(() -> machine.invalidate(cpu, held, 0, -1L)));
    figures.put(
        "bindUnbind",
        bytes(
            () -> {
              machine.bind(cpu, held, device);
              machine.unbind(cpu, cpu.bond());
            }));
    figures.put(
        "lifeOfMm",
        bytes(
            () -> {
              Mm mm = machine.newMm();
              machine.bind(cpu, mm, device);
              Bond bond = cpu.bond();
              machine.exit(cpu, mm);
              machine.unbind(cpu, bond);
            }));
    return figures;
  }

  /** The least of a few rounds: class loading and the like fall into the first. */
  private long bytes(Runnable call) {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = thread.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < CALLS; i++) {
        call.run();
      }
      least = Math.min(least, thread.getCurrentThreadAllocatedBytes() - before);
    }
    // Rounded up: one object in all the calls of a round is not nothing.
    return (least + CALLS - 1) / CALLS;
  }
}
