package org.svabench.model.smmu;

import org.svabench.model.queue.CommandRing;
import org.svabench.model.topology.Device;

/**
 * The batch in which one CPU collects commands: when a command is added to a full one, the {@value
 * #BATCH} before it are issued without a CMD_SYNC; the last ones carry the one CMD_SYNC that
 * completes them all ({@code arm_smmu_cmdq_batch_add}, {@code arm_smmu_cmdq_batch_submit}). Each
 * issue is a submission, because each writes the tail register; only the last has a wait. Never
 * allocates after construction.
 */
final class SmmuCommands {
  /** {@code CMDQ_BATCH_ENTRIES}: one bit of a long for each. */
  static final int BATCH = Long.SIZE;

  private final SmmuUnits units;
  private final int tlbiRounds;
  private final long[] words = new long[CommandRing.PAYLOAD_WORDS * BATCH];
  private CommandRing ring;
  private boolean rangeInvalidation;
  private int count;

  /**
   * Creates an empty batch.
   *
   * @param units the units
   * @param doubledTlbi whether each TLBI sequence is issued twice
   */
  SmmuCommands(SmmuUnits units, boolean doubledTlbi) {
    this.units = units;
    this.tlbiRounds = doubledTlbi ? 2 : 1;
  }

  /** How often a TLBI sequence, its CMD_SYNC included, is issued. */
  int tlbiRounds() {
    return tlbiRounds;
  }

  /** Adds a command for the unit that {@link #begin} chose. */
  private void add(long word0, long word1) {
    if (count == BATCH) {
      count = 0;
      ring.enqueue(words, BATCH);
    }
    final int at = count++ * CommandRing.PAYLOAD_WORDS;
    words[at] = word0;
    words[at + 1] = word1;
  }

  /** Chooses the unit that is told from now on; the batch is empty. */
  void begin(int iommu) {
    ring = units.ringOf(iommu);
    rangeInvalidation = units.rangeInvalidation(iommu);
  }

  /** Issues what was added with a CMD_SYNC and waits for it; nothing where nothing was added. */
  void finish() {
    if (count != 0) {
      final int last = count;
      count = 0;
      ring.submit(words, last);
    }
  }

  void addTlbi(int asid, long start, long end) {
    if (SmmuRange.isWhole(rangeInvalidation, start, end)) {
      add(SmmuCommand.tlbiAsid(asid), 0);
      return;
    }
    long address = SmmuRange.firstByte(start);
    long left = SmmuRange.pages(start, end);
    if (!rangeInvalidation) {
      final long command = SmmuCommand.tlbiPage(asid);
      for (; left != 0; left--) {
        add(command, address);
        address += 1L << SmmuRange.PAGE_SHIFT;
      }
      return;
    }
    left = SmmuRange.pagesCovered(left);
    while (left != 0) {
      final int scale = SmmuRange.scale(left);
      final int num = SmmuRange.num(left, scale);
      final long pages = (long) num << scale;
      add(SmmuCommand.tlbiRange(asid, num, scale), SmmuCommand.tlbiRangeAddress(address));
      address += pages << SmmuRange.PAGE_SHIFT;
      left -= pages;
    }
  }

  void addAtc(Device device, long pasidField, long address) {
    add(units.atcInv(device) | pasidField, address);
  }

  void addAtc(int streamId, long pasidField, long address) {
    add(SmmuCommand.atcInv(streamId) | pasidField, address);
  }

  void addCfgiCd(Device device, int pasid, boolean leaf) {
    add(SmmuCommand.cfgiCd(device.sourceId(), pasid), SmmuCommand.cfgiCdFlags(leaf));
  }

  /** Tells a unit's TLB of a range of an ASID, and waits. */
  void tlbi(int iommu, int asid, long start, long end) {
    begin(iommu);
    for (int round = 0; round < tlbiRounds; round++) {
      addTlbi(asid, start, end);
      finish();
    }
  }

  /** Tells a unit's TLB of all of an ASID, and waits. */
  void tlbiAsid(int iommu, int asid) {
    tlbi(iommu, asid, 0, -1L);
  }

  /** Tells a device's translation cache of all of a PASID, and waits. */
  void atcWhole(Device device, int pasid) {
    begin(device.iommu().index());
    addAtc(device, SmmuCommand.substream(pasid), SmmuCommand.atcAddress(0, SmmuCommand.ATC_WHOLE));
    finish();
  }

  /** Drops a context descriptor, or with {@code leaf} false the pointer to its block; and waits. */
  void cfgiCd(Device device, int pasid, boolean leaf) {
    begin(device.iommu().index());
    addCfgiCd(device, pasid, leaf);
    finish();
  }
}
