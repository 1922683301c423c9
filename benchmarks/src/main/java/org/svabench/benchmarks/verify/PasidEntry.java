package org.svabench.benchmarks.verify;

import org.svabench.model.topology.Device;

/**
 * One life of a PASID table entry of a device, from the store that made it live to the one that
 * cleared it, and what hardware needs to translate through it.
 *
 * <p>An IOMMU may go on using an entry that it has cached, until a command drops it; a cleared
 * entry is out of use only then.
 */
final class PasidEntry {
  final Device device;
  final AddressSpace space;
  final int pasid;

  /** Of the device's IOMMU. */
  final SimulatedTlb iotlb;

  final TranslationTable iotlbTable;

  /** Of the device; null without ATS. */
  final SimulatedTlb deviceTlb;

  final TranslationTable deviceTable;

  private volatile boolean present = true;
  private volatile boolean cached;

  PasidEntry(
      Device device,
      AddressSpace space,
      int pasid,
      SimulatedTlb iotlb,
      TranslationTable iotlbTable,
      SimulatedTlb deviceTlb) {
    this.device = device;
    this.space = space;
    this.pasid = pasid;
    this.iotlb = iotlb;
    this.iotlbTable = iotlbTable;
    this.deviceTlb = deviceTlb;
    this.deviceTable = deviceTlb == null ? null : deviceTlb.table(0, pasid);
  }

  /** Whether the entry in memory is live. */
  boolean present() {
    return present;
  }

  /** Whether translations through the entry can still begin. */
  boolean usable() {
    return present || cached;
  }

  void clear() {
    present = false;
  }

  /** The IOMMU remembers the entry. Under the lock of the IOTLB. */
  void cache() {
    cached = true;
  }

  /** The IOMMU forgets the entry. Under the lock of the IOTLB. */
  void uncache() {
    cached = false;
  }
}
