package org.svabench.model.fanout;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The attached devices, newest first: VT-d's {@code svm->devs} up to v6.9 (an RCU list), the {@code
 * dev_pasids} of later domains, AMD's {@code dev_data_list}, the devices of an SMMUv3 domain.
 *
 * <p>Notifications walk it without a lock, inside a read section: {@code for (d = first(); d !=
 * null; d = d.next())}. {@link #add} and {@link #remove} are called under the lock of the bonds;
 * their linearization points are the release stores to the head or to the predecessor. A walk that
 * has begun sees a device added or removed meanwhile, or not. Walks are wait-free in the length of
 * the list. Nothing allocates.
 */
public final class BoundDeviceList {
  private static final VarHandle FIRST;

  static {
    try {
      FIRST =
          MethodHandles.lookup().findVarHandle(BoundDeviceList.class, "first", BoundDevice.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private BoundDevice first;

  /** Creates an empty list. */
  public BoundDeviceList() {}

  /**
   * The newest device.
   *
   * @return null where the list is empty
   */
  public BoundDevice first() {
    return (BoundDevice) FIRST.getAcquire(this);
  }

  /**
   * Adds a device in front of all others.
   *
   * @param bound a record that is on no list
   */
  public void add(BoundDevice bound) {
    final BoundDevice head = first;
    bound.previous(null);
    bound.next(head);
    if (head != null) {
      head.previous(bound);
    }
    FIRST.setRelease(this, bound);
  }

  /**
   * Removes a device. The record may be reused only after a grace period.
   *
   * @param bound a record that is on this list
   */
  public void remove(BoundDevice bound) {
    final BoundDevice following = bound.next();
    final BoundDevice preceding = bound.previous();
    if (following != null) {
      following.previous(preceding);
    }
    if (preceding == null) {
      FIRST.setRelease(this, following);
    } else {
      preceding.next(following);
    }
  }

  /**
   * Whether no device is attached.
   *
   * @return true when empty
   */
  public boolean isEmpty() {
    return first() == null;
  }
}
