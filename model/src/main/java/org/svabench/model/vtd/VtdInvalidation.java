package org.svabench.model.vtd;

import org.svabench.model.fanout.Invalidation;
import org.svabench.model.queue.CommandRing;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Iommu;

/** The fields of a notification in VT-d's encoding. */
abstract class VtdInvalidationState extends Invalidation {
  int unit = -1;
  int count;
  long iotlbCommand;
  long iotlbAddress;
  long deviceAddress;
  long devicePasid;
  boolean deviceWide;
}

/** Keeps them off the cache lines of whatever was allocated behind. */
abstract class VtdInvalidationTrailingPad extends VtdInvalidationState {
  int t; // takes a gap in front of the longs
  long t00, t01, t02, t03, t04, t05, t06, t07; // 64 bytes
  long t08, t09, t10, t11, t12, t13, t14, t15; // 128 bytes
}

/**
 * The descriptors of one notification, and the batch they are collected in: submitted when it is
 * full, when the next descriptor belongs to another unit, and at the end (v6.12
 * drivers/iommu/intel/cache.c). A batch of one is a submission per descriptor, as before v6.12. One
 * per CPU; never allocates after construction.
 */
final class VtdInvalidation extends VtdInvalidationTrailingPad {
  /** Words behind the batch, so that the next object does not share its last line. */
  private static final int PAD = 128 / Long.BYTES;

  private final VtdUnits units;
  private final VtdRules rules;
  private final int limit;
  private final long[] words = new long[CommandRing.PAYLOAD_WORDS * VtdRules.BATCH + PAD];

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
    add(iommu.index(), iotlbCommand, iotlbAddress);
  }

  @Override
  public void deviceTlb(Device device) {
    final int unit = units.unitOf(device);
    final long command =
        (deviceWide ? units.deviceTlb(device) : units.pasidDeviceTlb(device)) | devicePasid;
    add(unit, command, deviceAddress);
    if (device.extraDeviceTlbFlush()) {
      add(unit, command, deviceAddress);
    }
  }

  @Override
  public void finish() {
    if (count != 0) {
      final int full = count;
      count = 0;
      units.ringOf(unit).submit(words, full);
    }
  }

  private void add(int nextUnit, long word0, long word1) {
    if (nextUnit != unit) {
      finish();
      unit = nextUnit;
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
