package org.svabench.model.fanout;

import java.util.Arrays;
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
  private static final int NO_IOMMU = -1;

  private final Device[] devices;
  private final Iommu[] iommus;
  private final int[] ordinals;
  private final int[] iommuAt;
  private final int[] ends;
  private final long[] ats;

  DeviceOrder(Topology topology) {
    final int count = topology.deviceCount();
    iommus = topology.iommus().toArray(new Iommu[0]);
    devices = new Device[count];
    ordinals = new int[count];
    iommuAt = new int[count];
    ats = new long[(count + Long.SIZE - 1) / Long.SIZE];
    ends = new int[iommus.length];
    for (Device device : topology.devices()) {
      ends[device.iommu().index()]++;
    }
    Arrays.parallelPrefix(ends, Integer::sum);
    final int[] next = new int[iommus.length];
    System.arraycopy(ends, 0, next, 1, iommus.length - 1);
    for (Device device : topology.devices()) {
      final int iommu = device.iommu().index();
      final int ordinal = next[iommu]++;
      devices[ordinal] = device;
      ordinals[device.index()] = ordinal;
      iommuAt[ordinal] = iommu;
      if (device.ats()) {
        ats[ordinal >>> 6] |= 1L << ordinal;
      }
    }
  }

  int deviceCount() {
    return devices.length;
  }

  int ordinal(Device device) {
    return ordinals[device.index()];
  }

  /** The value of {@link #tell}'s {@code named} before anybody was named. */
  static int nobody() {
    return NO_IOMMU;
  }

  /**
   * Names the IOMMUs and the ATS devices of up to 64 consecutive ordinals.
   *
   * @param invalidation is told
   * @param base first ordinal, a multiple of 32
   * @param bits the set, bit 0 being {@code base}
   * @param named what the call for the ordinals below returned: the last IOMMU named
   * @return the last IOMMU named
   */
  int tell(Invalidation invalidation, int base, long bits, int named) {
    int last = named;
    long left = bits;
    while (left != 0) {
      final int iommu = iommuAt[base + Long.numberOfTrailingZeros(left)];
      if (iommu != last) {
        invalidation.iotlb(iommus[iommu]);
        last = iommu;
      }
      final int end = ends[iommu] - base;
      final long behind = end < Long.SIZE ? left & (1L << end) - 1 : left;
      left ^= behind;
      // The shift counts modulo 64: base is the lower or the upper half of a word.
      long withAts = behind & ats[base >>> 6] >>> base;
      while (withAts != 0) {
        invalidation.deviceTlb(devices[base + Long.numberOfTrailingZeros(withAts)]);
        withAts &= withAts - 1;
      }
    }
    return last;
  }
}
