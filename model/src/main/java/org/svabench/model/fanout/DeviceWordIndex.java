package org.svabench.model.fanout;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.svabench.model.mm.Cpu;

/** Keeps the word off the cache lines of whatever was allocated before it. */
abstract class DeviceWordLeadingPad extends InvalidationIndex {
  long l00, l01, l02, l03, l04, l05, l06, l07; // 64 bytes
  long l08, l09, l10, l11, l12, l13, l14, l15; // 128 bytes
}

/** What binders change and notifications read. */
abstract class DeviceWord extends DeviceWordLeadingPad {
  long bound;
}

/**
 * The bitset index of a machine with up to 64 devices: one word, so a notification reads the whole
 * set at one instant.
 *
 * <p>Wait-free, all of it. Linearization points: {@link #assign} and {@link #unassign} at their
 * addition, {@link #tell} at its one read. {@code bound} is changed by additions of a bit that the
 * binder owns, which cannot carry, and read with acquire.
 *
 * <p>Binders of different devices need no lock between them. The IOMMU of a device is concerned
 * while a bit of its range is set, so the last detach of one device and the first attach of another
 * are two additions to one word, in one order or the other.
 */
final class DeviceWordIndex extends DeviceWord {
  private static final VarHandle BOUND;

  static {
    try {
      BOUND = MethodHandles.lookup().findVarHandle(DeviceWord.class, "bound", long.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private final DeviceOrder order;

  long t00, t01, t02, t03, t04, t05, t06, t07; // 64 bytes
  long t08, t09, t10, t11, t12, t13, t14, t15; // 128 bytes

  DeviceWordIndex(DeviceOrder order) {
    this.order = order;
  }

  @Override
  public boolean assign(Cpu cpu, BoundDevice bound, TagPool pools) {
    BOUND.getAndAdd(this, 1L << order.ordinal(bound.device()));
    VarHandle.fullFence();
    return true;
  }

  @Override
  public void unassign(BoundDevice bound, TagPool pools) {
    BOUND.getAndAdd(this, -(1L << order.ordinal(bound.device())));
  }

  @Override
  public void tell(Invalidation invalidation) {
    order.tell(invalidation, 0, (long) BOUND.getAcquire(this), DeviceOrder.nobody());
    invalidation.finish();
  }
}
