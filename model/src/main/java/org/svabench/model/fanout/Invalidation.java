package org.svabench.model.fanout;

import org.svabench.model.topology.Device;
import org.svabench.model.topology.Iommu;

/** Keeps one CPU's notification off the cache lines of another's. */
abstract class InvalidationLeadingPad {
  int l; // takes the gap behind the object header, where a field of a subclass would land otherwise
  long l00, l01, l02, l03, l04, l05, l06, l07; // 64 bytes
  long l08, l09, l10, l11, l12, l13, l14, l15; // 128 bytes
}

/**
 * One notification on its way: is told, in fan-out order, who must hear of it. One per CPU, reused,
 * and written at every command: subclasses pad what follows their fields, this class pads what is
 * in front.
 */
public abstract class Invalidation extends InvalidationLeadingPad {
  private final Told told = new Told();

  /** For the drivers. */
  protected Invalidation() {}

  /** Where an index notes whom this notification has told. */
  final Told told() {
    return told;
  }

  /**
   * The IOTLB of an IOMMU must be told.
   *
   * @param iommu the IOMMU
   */
  public abstract void iotlb(Iommu iommu);

  /**
   * The device TLB of a device must be told. Comes after {@link #iotlb} of the device's IOMMU, in
   * every index: a device would otherwise refill from the stale IOTLB.
   *
   * @param device a device with ATS
   */
  public abstract void deviceTlb(Device device);

  /**
   * The device TLBs of several devices behind one IOMMU must be told, in ascending order; as {@link
   * #deviceTlb} of each.
   *
   * @param devices where they are
   * @param base index of the device that bit 0 stands for
   * @param set devices with ATS, at least one
   */
  public void deviceTlbs(Device[] devices, int base, long set) {
    for (long left = set; left != 0; left &= left - 1) {
      deviceTlb(devices[base + Long.numberOfTrailingZeros(left)]);
    }
  }

  /**
   * Nobody else must be told: submits what is left. When it returns, everybody named has dropped
   * what was to be dropped. An index calls it while it still holds its lock; one that finds late
   * comers then names them and calls it once more.
   */
  public abstract void finish();
}
