package org.svabench.model.fanout;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.svabench.model.mm.Pooled;
import org.svabench.model.topology.Device;

/**
 * One device attached to one domain: the record that drivers keep per device and PASID (VT-d {@code
 * dev_pasid_info}, formerly {@code intel_svm_dev}).
 *
 * <p>{@code next} is written with release and read with acquire by notifications; an unlinked
 * record keeps it. The other fields change only while no notification can reach the record, or
 * belong to the binder.
 */
public final class BoundDevice extends Pooled {
  private static final VarHandle NEXT;

  static {
    try {
      NEXT = MethodHandles.lookup().findVarHandle(BoundDevice.class, "next", BoundDevice.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private Device device;
  private boolean present;
  private BoundDevice next;
  private BoundDevice previous;
  private BoundDevice nextInGroup;
  CacheTag deviceTag;

  /** Creates an unused record. */
  public BoundDevice() {}

  /**
   * Starts using the record for a device.
   *
   * @param newDevice the device
   */
  public void reset(Device newDevice) {
    device = newDevice;
    present = false;
    previous = null;
    nextInGroup = null;
    deviceTag = null;
  }

  /**
   * The device.
   *
   * @return never null while in use
   */
  public Device device() {
    return device;
  }

  /**
   * Whether the device's PASID table entry is programmed.
   *
   * @return true between attach and tear-down
   */
  public boolean present() {
    return present;
  }

  /**
   * Notes that the PASID table entry was programmed or torn down.
   *
   * @param value true when programmed
   */
  public void present(boolean value) {
    present = value;
  }

  /**
   * The next device in list order; for notifications and, under the lock of the bonds, for drivers.
   *
   * @return null at the end
   */
  public BoundDevice next() {
    return (BoundDevice) NEXT.getAcquire(this);
  }

  void next(BoundDevice following) {
    NEXT.setRelease(this, following);
  }

  BoundDevice previous() {
    return previous;
  }

  void previous(BoundDevice preceding) {
    previous = preceding;
  }

  /**
   * The next device attached through the same group.
   *
   * @return null at the end
   */
  public BoundDevice nextInGroup() {
    return nextInGroup;
  }

  /**
   * Chains the devices attached through one group.
   *
   * @param following the next one, or null
   */
  public void nextInGroup(BoundDevice following) {
    nextInGroup = following;
  }
}
