package org.svabench.model.topology;

/** What is said of one device before it is built; defaults are a server's usual endpoint. */
public final class DeviceSpec {
  final int iommu;
  String name;
  int group = -1;
  boolean ats = true;
  boolean pri;
  boolean extraDeviceTlbFlush;
  int maxPasids = Topology.PASID_SPACE;
  int sourceId = -1;
  int ridDomain = -1;

  DeviceSpec(int iommu) {
    this.iommu = iommu;
  }

  /**
   * Names the device; by default {@code dev} and its index.
   *
   * @param value the name
   * @return this
   */
  public DeviceSpec name(String value) {
    name = value;
    return this;
  }

  /**
   * Puts the device into a group; by default it has one of its own.
   *
   * @param value 0 or above; the numbers used must be without gaps
   * @return this
   */
  public DeviceSpec group(int value) {
    group = value;
    return this;
  }

  /**
   * Turns ATS on or off; by default on.
   *
   * @param value whether the device has an enabled device TLB
   * @return this
   */
  public DeviceSpec ats(boolean value) {
    ats = value;
    return this;
  }

  /**
   * Turns page requests on or off; by default off.
   *
   * @param value whether page requests are enabled
   * @return this
   */
  public DeviceSpec pri(boolean value) {
    pri = value;
    return this;
  }

  /**
   * Marks a device whose device-TLB commands are sent twice; by default not.
   *
   * @param value whether it is one
   * @return this
   */
  public DeviceSpec extraDeviceTlbFlush(boolean value) {
    extraDeviceTlbFlush = value;
    return this;
  }

  /**
   * Limits the PASIDs of the device; by default the whole 20-bit space.
   *
   * @param value 0 (none) .. 1,048,576
   * @return this
   */
  public DeviceSpec maxPasids(int value) {
    maxPasids = value;
    return this;
  }

  /**
   * Sets the requester id; by default unique behind its IOMMU: bus = IOMMU + 1, slots in order.
   *
   * @param value 0 .. 65,535
   * @return this
   */
  public DeviceSpec sourceId(int value) {
    sourceId = value;
    return this;
  }

  /**
   * Sets the RID domain; by default one per group.
   *
   * @param value 0 or above
   * @return this
   */
  public DeviceSpec ridDomain(int value) {
    ridDomain = value;
    return this;
  }
}
