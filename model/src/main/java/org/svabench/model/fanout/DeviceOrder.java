package org.svabench.model.fanout;

import java.util.Arrays;
import java.util.Comparator;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Iommu;
import org.svabench.model.topology.Topology;

/**
 * The devices of a topology numbered IOMMU by IOMMU: the devices behind one IOMMU have consecutive
 * ordinals, in index order. A set of ordinals therefore says which IOMMUs must be told as well: an
 * IOMMU is concerned exactly while a bit of its range is set, so there is no second fact that could
 * disagree, and a walk in ascending order meets each IOMMU once, before its devices.
 *
 * <p>Immutable; one per machine, shared by all domains.
 */
final class DeviceOrder {
  private final Device[] devices;
  private final int[] ordinals;

  /** First ordinal of each IOMMU by index, and one more than the last ordinal at the end. */
  private final int[] starts;

  /** Words with a bit for every device that has ATS. */
  private final long[] ats;

  /** Words with a bit for the first device of every IOMMU. */
  private final long[] firsts;

  DeviceOrder(Topology topology) {
    final int count = topology.deviceCount();
    devices = topology.devices().toArray(new Device[0]);
    Arrays.sort(devices, Comparator.comparingInt(device -> device.iommu().index()));
    ordinals = new int[count];
    starts = new int[topology.iommuCount() + 1];
    ats = new long[(count - 1) / Long.SIZE + 1];
    firsts = new long[ats.length];
    Iommu iommu = null;
    for (int ordinal = 0; ordinal < count; ordinal++) {
      final Device device = devices[ordinal];
      ordinals[device.index()] = ordinal;
      if (device.ats()) {
        ats[ordinal / Long.SIZE] |= 1L << ordinal;
      }
      if (device.iommu() != iommu) {
        iommu = device.iommu();
        firsts[ordinal / Long.SIZE] |= 1L << ordinal;
      }
      starts[iommu.index() + 1]++;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
  }

  int deviceCount() {
    return devices.length;
  }

  int ordinal(Device device) {
    return ordinals[device.index()];
  }

  /**
   * Names the IOMMUs and the ATS devices of up to 64 consecutive ordinals.
   *
   * @param invalidation is told
   * @param base first ordinal, a multiple of 64, or of 32 where {@code bits} has 32
   * @param bits the set, bit 0 being {@code base}
   * @param named what the call for the ordinals below returned, null at first: the last IOMMU named
   * @return the last IOMMU named
   */
  Iommu tell(Invalidation invalidation, int base, long bits, Iommu named) {
    final Device[] devices = this.devices;
    final long ats = this.ats[base / Long.SIZE] >>> base;
    final long firsts = this.firsts[base / Long.SIZE] >>> base;
    Iommu last = named;
    long left = bits;
    while (left != 0) {
      final int first = Long.numberOfTrailingZeros(left);
      final Iommu iommu = devices[base + first].iommu();
      if (iommu != last) {
        invalidation.iotlb(iommu);
        last = iommu;
      }
      final long behind = behindSame(left, first, firsts);
      left ^= behind;
      final long told = behind & ats;
      if (told != 0) {
        invalidation.deviceTlbs(devices, base, told);
      }
    }
    return last;
  }

  /**
   * Names devices that were bound while others were told, and their IOMMUs where those were not
   * told.
   *
   * @param invalidation is told
   * @param told who was told
   * @param base first ordinal, as for {@link #tell}
   * @param bits the devices
   * @param named what the call for the ordinals below returned, null at first
   * @return the last IOMMU named
   */
  Iommu tellLate(Invalidation invalidation, Told told, int base, long bits, Iommu named) {
    final long firsts = this.firsts[base / Long.SIZE] >>> base;
    Iommu last = named;
    long left = bits;
    while (left != 0) {
      final int first = Long.numberOfTrailingZeros(left);
      final Iommu iommu = devices[base + first].iommu();
      if (told.any(starts[iommu.index()], starts[iommu.index() + 1])) {
        last = iommu;
      }
      final long behind = behindSame(left, first, firsts);
      left ^= behind;
      last = tell(invalidation, base, behind, last);
    }
    return last;
  }

  /** Those of a set, of which {@code first} is the lowest, that are behind the same IOMMU as it. */
  private static long behindSame(long set, int first, long firsts) {
    return set & Long.lowestOneBit(firsts & -2L << first) - 1;
  }
}
