package org.svabench.model.topology;

import java.util.List;

/** The devices that cannot be isolated from each other; a PASID is attached to all of them. */
public final class IommuGroup {
  private final int index;
  private Device[] devices = {};

  IommuGroup(int index) {
    this.index = index;
  }

  void adopt(Device[] members) {
    devices = members;
  }

  /**
   * Position in {@link Topology#groups()}.
   *
   * @return 0 .. number of groups - 1
   */
  public int index() {
    return index;
  }

  /**
   * Number of devices in the group.
   *
   * @return at least 1
   */
  public int size() {
    return devices.length;
  }

  /**
   * The device at a position of the order in which the group is walked. Does not allocate.
   *
   * @param position 0 .. size-1
   * @return the device
   */
  public Device device(int position) {
    return devices[position];
  }

  /**
   * The devices in the order in which the group is walked.
   *
   * @return an immutable list
   */
  public List<Device> devices() {
    return List.of(devices);
  }
}
