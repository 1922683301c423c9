package org.svabench.model.vtd;

import org.svabench.model.fanout.Invalidation;
import org.svabench.model.queue.CommandRing;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Iommu;

/**
 * The descriptors of one notification, and the batch they are collected in: submitted when it is
 * full, when the next descriptor belongs to another unit, and at the end (v6.12
 * drivers/iommu/intel/cache.c). A batch of one is a submission per descriptor, as before v6.12. One
 * per CPU; never allocates after construction.
 */
final class VtdInvalidation extends Invalidation {
  private final VtdUnits units;
  private final VtdRules rules;
  private final int limit;
  private final long[] words = new long[CommandRing.PAYLOAD_WORDS * VtdRules.BATCH];
  private CommandRing ring;
  private int count;
  private long iotlbCommand;
  private long iotlbAddress;
  private long deviceAddress;
  private long devicePasid;
  private boolean deviceWide;

  VtdInvalidation(VtdUnits units, VtdRules rules) {
    this.units = units;
    this.rules = rules;
    this.limit = rules.commandsPerWait();
  }

  /** Prepares for everything that a PASID translates. */
  void whole(int pasid) {
    iotlbCommand =
        rules.nonPasidIotlb()
            ? Descriptor.iotlbPages(Descriptor.WHOLE_ORDER)
            : Descriptor.pasidIotlbWhole(pasid);
    iotlbAddress = 0;
    deviceWide = rules.deviceWideFullFlush();
    deviceAddress =
        deviceWide
            ? Descriptor.deviceTlbWholeAddress()
            : Descriptor.deviceTlbAddress(0, Descriptor.WHOLE_ORDER);
    devicePasid = deviceWide ? 0 : Descriptor.pasidField(pasid);
  }

  /** Prepares for one block. */
  void block(int pasid, long base, int order) {
    if (rules.nonPasidIotlb()) {
      iotlbCommand = Descriptor.iotlbPages(order);
      iotlbAddress =
          order <= Descriptor.MAX_ADDRESS_MASK ? Descriptor.addressAndMask(base, order) : 0;
    } else {
      iotlbCommand = Descriptor.pasidIotlbPages(pasid);
      iotlbAddress = Descriptor.addressAndMask(base, order);
    }
    deviceWide = false;
    deviceAddress = Descriptor.deviceTlbAddress(base, order);
    devicePasid = Descriptor.pasidField(pasid);
  }

  @Override
  public void iotlb(Iommu iommu) {
    add(units.ringOf(iommu.index()), iotlbCommand, iotlbAddress);
  }

  @Override
  public void deviceTlb(Device device) {
    final CommandRing ring = units.ringOf(device);
    final long command =
        (deviceWide ? units.deviceTlb(device) : units.pasidDeviceTlb(device)) | devicePasid;
    add(ring, command, deviceAddress);
    if (device.extraDeviceTlbFlush()) {
      add(ring, command, deviceAddress);
    }
  }

  @Override
  public void finish() {
    if (count != 0) {
      final int full = count;
      count = 0;
      ring.submit(words, full);
    }
  }

  private void add(CommandRing next, long word0, long word1) {
    if (next != ring) {
      finish();
      ring = next;
    }
    final int at = count * CommandRing.PAYLOAD_WORDS;
    words[at] = word0;
    words[at + 1] = word1;
    if (++count == limit) {
      finish();
    }
  }

  /** Submits one descriptor by itself. */
  void submitAlone(CommandRing target, long word0, long word1) {
    words[0] = word0;
    words[1] = word1;
    target.submit(words, 1);
  }

  /** Submits the three descriptors that drain a device's page requests, with a draining wait. */
  void submitDrain(Device device, int pasid) {
    words[0] = Descriptor.waitFence();
    words[1] = 0;
    words[2] = Descriptor.pasidIotlbWhole(pasid);
    words[3] = 0;
    words[4] = units.pasidDeviceTlb(device) | Descriptor.pasidField(pasid);
    words[5] = Descriptor.deviceTlbAddress(0, Descriptor.WHOLE_ORDER);
    units.ringOf(device).submit(words, 3, Descriptor.WAIT_PAGE_REQUEST_DRAIN);
  }
}
