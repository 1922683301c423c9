package org.svabench.model.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.svabench.model.Quirk;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Iommu;

/**
 * SMMUv3: commands and ASIDs. Blocks of context tables are left out: trials stay below PASID 1024,
 * and the first block is always there.
 */
abstract class SmmuReference extends ReferenceDriver {
  private static final int PIECE = 64;
  private static final int EVERYTHING = 52;

  private final TreeSet<Integer> asids = new TreeSet<>();

  SmmuReference(Generation generation, Set<Quirk> quirks, Steps steps, Wire wire) {
    super(generation, quirks, steps, wire);
  }

  final int newAsid() {
    int lowest = 1;
    while (!asids.add(lowest)) {
      lowest++;
    }
    return lowest;
  }

  final void freeAsid(int asid) {
    asids.remove(asid);
  }

  /** Drops the cached context descriptors of some devices, all behind one unit. */
  final void cfgiCd(int pasid, List<Device> devices) {
    List<Words> commands = new ArrayList<>();
    for (Device device : devices) {
      commands.add(new Words(0x05 | (long) pasid << 12 | (long) device.sourceId() << 32, 1));
    }
    send(devices.get(0).iommu(), commands);
  }

  /** Tells the unit's TLB; with the erratum everything is issued twice. */
  final void tlbi(Iommu unit, int asid, long start, long end) {
    int rounds = quirks.contains(Quirk.DOUBLED_TLBI) ? 2 : 1;
    Collections.nCopies(rounds, tlbiCommands(unit, asid, start, end))
        .forEach(commands -> send(unit, commands));
  }

  final void tlbiAll(Iommu unit, int asid) {
    tlbi(unit, asid, 0, -1L);
  }

  private static List<Words> tlbiCommands(Iommu unit, int asid, long start, long end) {
    long tag = (long) asid << 48;
    if (meansAll(unit, start, end)) {
      return List.of(new Words(0x11 | tag, 0));
    }
    List<Words> commands = new ArrayList<>();
    long page = start >>> 12;
    long left = pages(start, end);
    if (!unit.rangeInvalidation()) {
      for (; left > 0; left--) {
        commands.add(new Words(0x12 | tag, page++ << 12));
      }
      return commands;
    }
    if (left % 32 == 1) {
      left++;
    }
    while (left > 0) {
      int scale = 0;
      while ((left >> scale) % 2 == 0 && scale < 31) { // five bits
        scale++;
      }
      long count = (left >> scale) % 32;
      commands.add(
          new Words(0x12 | tag | (count - 1) << 12 | (long) scale << 20, page << 12 | 1 << 10));
      page += count << scale;
      left -= count << scale;
    }
    return commands;
  }

  /** By ASID: no bounds, or as many pages as would each need a command. */
  static boolean meansAll(Iommu unit, long start, long end) {
    if (hasNoBounds(start, end)) {
      return true;
    }
    long pages = pages(start, end);
    // What the number and scale of a single command can say is the model's bound with ranges.
    return unit.rangeInvalidation() ? pages > (1L << 36) - 2 : pages >= 512;
  }

  static boolean hasNoBounds(long start, long end) {
    return start == end || isEverything(start, end) || end - start == -1L;
  }

  private static long pages(long start, long end) {
    return (end - 1 >>> 12) - (start >>> 12) + 1;
  }

  /** Tells the translation caches of devices behind one unit, all of the PASID or one block. */
  final void atc(Iommu unit, int pasid, List<Device> devices, boolean all, long start, long end) {
    Block block = all ? new Block(0, EVERYTHING) : Block.covering(start, end);
    List<Words> commands = new ArrayList<>();
    for (Device device : devices) {
      if (device.ats()) {
        commands.add(
            new Words(
                0x40 | 1 << 11 | (long) pasid << 12 | (long) device.sourceId() << 32,
                block.base() | block.order()));
      }
    }
    send(unit, commands);
  }

  final void atcAll(int pasid, Device device) {
    atc(device.iommu(), pasid, List.of(device), true, 0, -1L);
  }

  private void send(Iommu unit, List<Words> commands) {
    wire.submitInPieces(unit.index(), PIECE, commands);
  }
}
