package org.svabench.benchmarks.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.svabench.model.Machine;
import org.svabench.model.mm.Mm;
import org.svabench.model.topology.Topology;

/**
 * What the threads of a round share: the calls under test, the hardware, the live processes in
 * their slots, and those that have exited but still have something bound.
 */
final class Arena {
  private static final int KERNEL_SPACE = 1;
  private static final int SLOTS = 3;

  final SvaCalls calls;
  final SimulatedHardware hardware;
  final Verdict verdict;
  final Topology topology;

  /** The kernel's own page tables, which every address space maps. */
  final AddressSpace kernel;

  /** Whether devices are checked while their bind or unbind is under way too. */
  final boolean transitionsCovered;

  /** Whether the design promises anything about kernel pages. */
  final boolean kernelFlushed;

  /** Slots of live processes; null while a slot changes hands. */
  final AtomicReferenceArray<AddressSpace> live = new AtomicReferenceArray<>(SLOTS);

  /** Processes that have exited with something bound. */
  final Queue<AddressSpace> exited = new ConcurrentLinkedQueue<>();

  /** Every mm there was. */
  final Set<Mm> mms = ConcurrentHashMap.newKeySet();

  private final AtomicInteger lastSpace = new AtomicInteger(KERNEL_SPACE);

  Arena(SvaCalls calls, SimulatedHardware hardware, Verdict verdict) {
    this.calls = calls;
    this.hardware = hardware;
    this.verdict = verdict;
    final Machine machine = calls.machine;
    topology = machine.topology();
    transitionsCovered = machine.coversTransitions();
    kernelFlushed = machine.design().core().listsSvaMms();
    kernel = new AddressSpace(KERNEL_SPACE, null, 0, 0);
    for (int slot = 0; slot < SLOTS; slot++) {
      live.set(slot, adopt(calls.newMm()));
    }
  }

  /** Makes a process of a new mm. */
  AddressSpace adopt(Mm mm) {
    mms.add(mm);
    return new AddressSpace(
        lastSpace.incrementAndGet(), mm, topology.deviceCount(), topology.groupCount());
  }

  /** All processes that still have an mm. Not while threads run. */
  List<AddressSpace> processes() {
    List<AddressSpace> all = new ArrayList<>(exited);
    for (int slot = 0; slot < SLOTS; slot++) {
      if (live.get(slot) != null) {
        all.add(live.get(slot));
      }
    }
    return all;
  }
}
