package org.svabench.model.mm;

import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.svabench.model.lock.SpinLock;

/**
 * All CPUs of a machine, for whoever must know that no notification still reads an mm: the writers'
 * half of the read sections of {@link Cpu}.
 *
 * <p>Assumptions: a writer unlinks first and asks afterwards; a CPU is used by one thread.
 *
 * <p>Guarantees: when {@link #synchronize} returns, every section on that mm that had begun before
 * the call has ended. Sections that begin during the call are not waited for, so a stream of
 * notifications cannot starve it; there is no wake-up to lose, because nothing sleeps. Progress:
 * blocking on the sections that were found, and on nothing else. Never allocates; only {@link
 * #register} does.
 */
public final class ReadSections {
  private static final int LOOKS_BEFORE_YIELD = 128;

  private final SpinLock registration = new SpinLock();
  private volatile Cpu[] cpus = {};

  /** Creates an empty set. */
  public ReadSections() {}

  /**
   * Adds a CPU. A writer that does not see it yet need not: its first section begins after this
   * volatile store, hence after whatever that writer unlinked.
   *
   * @param scratch the driver's scratch space for it, or null
   * @param faults its plan of faults, or null for none
   * @return the new CPU
   */
  public Cpu register(Object scratch, FaultPlan faults) {
    Cpu cpu = new Cpu(scratch, faults);
    registration.lock();
    try {
      Cpu[] before = cpus;
      Cpu[] after = Arrays.copyOf(before, before.length + 1);
      after[before.length] = cpu;
      cpus = after;
    } finally {
      registration.unlock();
    }
    return cpu;
  }

  Cpu[] cpus() {
    return cpus;
  }

  /**
   * Waits until every section on an mm that has begun before this call has ended. Must not be
   * called from inside a section.
   *
   * @param mm the mm
   */
  public void synchronize(Mm mm) {
    VarHandle.fullFence();
    for (Cpu cpu : cpus) {
      final long seen = cpu.observeSection();
      if (reads(seen, mm)) {
        awaitEnd(cpu, seen);
      }
    }
  }

  /** Waits until a section that was observed has ended. */
  static void awaitEnd(Cpu cpu, long section) {
    int looks = 0;
    while (cpu.observeSection() == section) {
      if (++looks % LOOKS_BEFORE_YIELD == 0) {
        Thread.yield();
      } else {
        Thread.onSpinWait();
      }
    }
  }

  static boolean reads(long section, Mm mm) {
    return section != 0 && (section & Cpu.TAG_MASK) == mm.readerTag();
  }
}
