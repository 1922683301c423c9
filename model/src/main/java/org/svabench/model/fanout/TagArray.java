package org.svabench.model.fanout;

import java.util.Arrays;
import org.svabench.model.mm.Pooled;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Iommu;

/**
 * The tags of a domain in ascending order, IOMMU by IOMMU: never changed while notifications can
 * see it. A tag is an int: IOMMU index in the upper bits, then 0 for the IOTLB or 1 + device index
 * for a device's TLB. Beside each IOTLB tag stands the number of devices behind it.
 */
final class TagArray extends Pooled {
  private static final int DEVICE_BITS = 17;
  private static final int DEVICE_MASK = (1 << DEVICE_BITS) - 1;
  private static final int INITIAL_CAPACITY = 8;

  private int size;
  private int[] tags = new int[INITIAL_CAPACITY];
  private int[] users = new int[INITIAL_CAPACITY];

  static int iotlb(Iommu iommu) {
    return iommu.index() << DEVICE_BITS;
  }

  static int deviceTlb(Device device) {
    return iotlb(device.iommu()) | device.index() + 1;
  }

  static boolean isIotlb(int tag) {
    return (tag & DEVICE_MASK) == 0;
  }

  static int iommuOf(int tag) {
    return tag >>> DEVICE_BITS;
  }

  static int deviceOf(int tag) {
    return (tag & DEVICE_MASK) - 1;
  }

  int size() {
    return size;
  }

  int tag(int at) {
    return tags[at];
  }

  /** Becomes another array with a device added. */
  void copyWith(TagArray other, Device device) {
    reserve(other.size + 2);
    final int iotlb = iotlb(device.iommu());
    int at = other.position(iotlb);
    copy(other, 0, 0, at);
    if (at < other.size && other.tags[at] == iotlb) {
      put(at, iotlb, other.users[at] + 1);
      at++;
    } else {
      put(size, iotlb, 1);
    }
    int rest = at;
    if (device.ats()) {
      rest = other.position(deviceTlb(device));
      copy(other, at, size, rest - at);
      put(size, deviceTlb(device), 1);
    }
    copy(other, rest, size, other.size - rest);
  }

  /** Becomes another array with a device removed. */
  void copyWithout(TagArray other, Device device) {
    reserve(other.size);
    final int iotlb = iotlb(device.iommu());
    final int at = other.position(iotlb);
    copy(other, 0, 0, at);
    if (other.users[at] > 1) {
      put(size, iotlb, other.users[at] - 1);
    }
    int rest = at + 1;
    if (device.ats()) {
      final int tag = other.position(deviceTlb(device));
      copy(other, rest, size, tag - rest);
      rest = tag + 1;
    }
    copy(other, rest, size, other.size - rest);
  }

  /** Where a tag is, or would have to be inserted. */
  private int position(int tag) {
    final int found = Arrays.binarySearch(tags, 0, size, tag);
    return found < 0 ? -found - 1 : found;
  }

  private void put(int at, int tag, int count) {
    tags[at] = tag;
    users[at] = count;
    size = at + 1;
  }

  private void copy(TagArray from, int source, int target, int count) {
    System.arraycopy(from.tags, source, tags, target, count);
    System.arraycopy(from.users, source, users, target, count);
    size = target + count;
  }

  /** Nobody sees this array any more, so it may be given more room. */
  private void reserve(int capacity) {
    if (tags.length < capacity) {
      tags = new int[2 * capacity];
      users = new int[2 * capacity];
    }
    size = 0;
  }
}
