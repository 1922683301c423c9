package org.svabench.model.vtd;

import org.svabench.model.fanout.Invalidation;
import org.svabench.model.queue.CommandRing;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Iommu;

/** The fields of a notification in VT-d's encoding. */
abstract class VtdInvalidationState extends Invalidation {
  static final int NONE = -1;

  int unit = NONE;
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
  private final boolean holdsRings;
  private final long[] words = new long[CommandRing.PAYLOAD_WORDS * VtdRules.BATCH + PAD];

  VtdInvalidation(VtdUnits units, VtdRules rules) {
    this.units = units;
    this.rules = rules;
    this.limit = rules.commandsPerWait();
    this.holdsRings = units.completeAtOnce();
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
  public void deviceTlbs(Device[] devices, int base, long set) {
    if (!holdsRings || deviceWide || units.hasExtraFlushes()) {
      super.deviceTlbs(devices, base, set);
      return;
    }
    final CommandRing ring = turnTo(units.unitOf(devices[base + Long.numberOfTrailingZeros(set)]));
    final long address = deviceAddress;
    long left = set;
    while (left != 0) {
      int room = limit - count;
      for (; left != 0 && room != 0; room--) {
        final Device device = devices[base + Long.numberOfTrailingZeros(left)];
        ring.put(units.pasidDeviceTlb(device) | devicePasid, address);
        left &= left - 1;
      }
      count = limit - room;
      if (room == 0) {
        count = 0;
        ring.submitPut();
      }
    }
  }

  @Override
  public void finish() {
    if (unit != NONE) {
      final CommandRing ring = units.ringOf(unit);
      unit = NONE;
      submit(ring);
      if (holdsRings) {
        ring.letGo();
      }
    }
  }

  private void add(int nextUnit, long word0, long word1) {
    final CommandRing ring = turnTo(nextUnit);
    if (!holdsRings) {
      final int at = count * CommandRing.PAYLOAD_WORDS;
      words[at] = word0;
      words[at + 1] = word1;
    } else if (limit == 1) {
      ring.submitOne(word0, word1);
      return;
    } else {
      ring.put(word0, word1);
    }
    if (++count == limit) {
      submit(ring);
    }
  }

  private CommandRing turnTo(int nextUnit) {
    if (nextUnit == unit) {
      return units.ringOf(nextUnit);
    }
    finish();
    unit = nextUnit;
    final CommandRing ring = units.ringOf(nextUnit);
    if (holdsRings) {
      ring.hold();
    }
    return ring;
  }

  private void submit(CommandRing ring) {
    final int full = count;
    if (full != 0) {
      count = 0;
      if (holdsRings) {
        ring.submitPut();
      } else {
        ring.submit(words, full);
      }
    }
  }

  /** Submits one descriptor by itself; {@link #finish} must follow the last of several. */
  void submitAlone(Device device, long word0, long word1) {
    add(units.unitOf(device), word0, word1);
    submit(units.ringOf(device));
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
