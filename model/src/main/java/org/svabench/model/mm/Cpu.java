package org.svabench.model.mm;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Keeps a CPU's section word off its neighbours' cache lines. */
abstract class CpuLeadingPad {
  int l; // takes the gap behind the object header, where a field of a subclass would land otherwise
  long l00, l01, l02, l03, l04, l05, l06, l07; // 64 bytes
  long l08, l09, l10, l11, l12, l13, l14, l15; // 128 bytes: adjacent-line prefetch pairs lines
}

/** What binders of every mm read of a CPU. */
abstract class CpuSection extends CpuLeadingPad {
  /** 0 outside a read section, else {@code sequence << 24 | reader tag of the mm}. */
  long section;
}

/** Keeps binders that look for sections off what the owner alone uses. */
abstract class CpuMiddlePad extends CpuSection {
  int m; // takes the gap in front of the section that compact object headers leave
  long m00, m01, m02, m03, m04, m05, m06, m07; // 64 bytes
  long m08, m09, m10, m11, m12, m13, m14, m15; // 128 bytes
}

/** What only the owner reads and writes. */
abstract class CpuOwn extends CpuMiddlePad {
  long sequence;

  /** The scratch that the machine's driver put here. */
  Object scratch;

  /** Result of the last bind. */
  Bond bond;

  FaultPlan faults;
}

/**
 * One thread's identity towards the model, as a CPU is towards the kernel: it carries the read
 * section of a notification, the result of the last bind, the driver's scratch space and, in tests,
 * the plan of faults. Used by one thread at a time; a machine may have any number.
 *
 * <h2>Read sections</h2>
 *
 * <p>A notification runs inside a section that names the mm it reads, the kernel's SRCU section
 * around {@code __mmu_notifier_arch_invalidate_secondary_tlbs} (mm/mmu_notifier.c), at the grain of
 * one mm, so that a slow notification holds back no other mm's objects.
 *
 * <ul>
 *   <li>{@link #enter}: wait-free, one volatile store. The store is followed by a store-load fence
 *       on every architecture, and two proofs rest on it: a writer that unlinks an object and then
 *       does not see the section knows that the section's loads come later and cannot find the
 *       object; and a page-table change made before the notification is visible before the fan-out
 *       list is read, so that a bind that is not yet seen will itself read the changed entry.
 *   <li>{@link #leave}: wait-free, one release store. Loads and stores of the section cannot sink
 *       below it.
 * </ul>
 */
public final class Cpu extends CpuOwn {
  /** Bits of a section word that name the mm. */
  static final int TAG_BITS = 24;

  static final long TAG_MASK = (1L << TAG_BITS) - 1;

  private static final VarHandle SECTION;

  static {
    try {
      SECTION = MethodHandles.lookup().findVarHandle(CpuSection.class, "section", long.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  long t00, t01, t02, t03, t04, t05, t06, t07; // 64 bytes
  long t08, t09, t10, t11, t12, t13, t14, t15; // 128 bytes

  /**
   * Creates the CPU; {@link ReadSections#register} makes it known to writers.
   *
   * @param scratch the driver's scratch space for this thread, or null
   * @param faults the plan of faults, or null for none
   */
  Cpu(Object scratch, FaultPlan faults) {
    this.scratch = scratch;
    this.faults = faults;
  }

  /**
   * Begins reading the lists of an mm. Sections do not nest.
   *
   * @param mm the mm
   */
  public void enter(Mm mm) {
    SECTION.setVolatile(this, ++sequence << TAG_BITS | mm.readerTag());
  }

  /** Ends the section. */
  public void leave() {
    SECTION.setRelease(this, 0L);
  }

  long observeSection() {
    return (long) SECTION.getAcquire(this);
  }

  /**
   * The driver's scratch space.
   *
   * @return what the machine's driver made for this CPU
   */
  public Object scratch() {
    return scratch;
  }

  /**
   * The bond that the last successful bind of this CPU returned.
   *
   * @return the bond; null before the first success, and after a failure
   */
  public Bond bond() {
    return bond;
  }

  /**
   * Sets the result of a bind; for the code that binds.
   *
   * @param result the bond, or null
   */
  public void bond(Bond result) {
    bond = result;
  }

  /**
   * Whether an allocation fails here by plan.
   *
   * @return true where it must
   */
  public boolean allocationFails() {
    final FaultPlan faults = this.faults;
    return faults != null && faults.failsNow();
  }

  /**
   * Whether an attach step fails here by plan.
   *
   * @return the error to fail with, or 0
   */
  public int attachFails() {
    final FaultPlan faults = this.faults;
    return faults != null && faults.failsNow() ? faults.attachErrno() : 0;
  }
}
