package org.svabench.model.topology;

/** One device that can be bound to an mm. */
public final class Device {
  private final int index;
  private final String name;
  private final Iommu iommu;
  private final IommuGroup group;
  private final boolean ats;
  private final boolean pri;
  private final boolean extraDeviceTlbFlush;
  private final int maxPasids;
  private final int sourceId;
  private final int ridDomain;

  Device(int index, DeviceSpec spec, Iommu iommu, IommuGroup group) {
    this.index = index;
    this.name = spec.name;
    this.iommu = iommu;
    this.group = group;
    this.ats = spec.ats;
    this.pri = spec.pri;
    this.extraDeviceTlbFlush = spec.extraDeviceTlbFlush;
    this.maxPasids = spec.maxPasids;
    this.sourceId = spec.sourceId;
    this.ridDomain = spec.ridDomain;
  }

  /**
   * Position in {@link Topology#devices()}.
   *
   * @return 0 .. number of devices - 1
   */
  public int index() {
    return index;
  }

  /**
   * The name a user knows it by, such as {@code 0000:6a:01.0}.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * The IOMMU this device is behind.
   *
   * @return never null
   */
  public Iommu iommu() {
    return iommu;
  }

  /**
   * The group this device is in.
   *
   * @return never null
   */
  public IommuGroup group() {
    return group;
  }

  /**
   * Whether ATS is enabled, so that the device holds a device TLB that must be told.
   *
   * @return true when on
   */
  public boolean ats() {
    return ats;
  }

  /**
   * Whether page requests are enabled, so that detaching drains them.
   *
   * @return true when on
   */
  public boolean pri() {
    return pri;
  }

  /**
   * Whether each device-TLB command must be sent twice (the extra device-TLB flush quirk of some
   * VT-d devices).
   *
   * @return true for such a device
   */
  public boolean extraDeviceTlbFlush() {
    return extraDeviceTlbFlush;
  }

  /**
   * Number of PASID values the device can use: valid ones are 0 .. maxPasids-1; 0 is no support.
   *
   * @return 0 .. 1,048,576
   */
  public int maxPasids() {
    return maxPasids;
  }

  /**
   * Requester id, bus &lt;&lt; 8 | devfn; the stream id of an SMMU.
   *
   * @return 16 bits
   */
  public int sourceId() {
    return sourceId;
  }

  /**
   * Identity of the paging domain this device's own DMA uses (the RID domain). Devices that share
   * one share an SMMUv3 v6.6 notifier. Normally one per group.
   *
   * @return 0 or above
   */
  public int ridDomain() {
    return ridDomain;
  }

  @Override
  public String toString() {
    return name;
  }
}
