package org.svabench.benchmarks.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.svabench.model.queue.Command;
import org.svabench.model.queue.CommandDecoder;
import org.svabench.model.queue.CommandRing;
import org.svabench.model.queue.Hardware;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Family;
import org.svabench.model.topology.Iommu;
import org.svabench.model.topology.Topology;

/**
 * IOTLBs, device TLBs and PASID tables, filled by {@link Translator} and emptied by the commands of
 * the machine's rings.
 *
 * <p>As slow as hardware may be: commands take effect only when a wait behind them has been
 * submitted on the same ring, so a driver that does not wait is caught. IOMMUs remember the PASID
 * table entries they have used until a command makes them forget: VT-d and SMMUv3 have one for
 * that; on AMD an entry goes with everything else of its PASID and domain id, which is all that the
 * driver sends when it changes one ({@code update_gcr3}, v6.14 drivers/iommu/amd/iommu.c). An
 * emulated IOMMU (caching mode) drops what devices have cached through an entry together with it,
 * as its hypervisor does; drivers up to v6.9 rely on that.
 */
final class SimulatedHardware extends Hardware {
  private static final int MAX_LATENCY_NANOS = 2_000;

  private final Topology topology;
  private final CommandDecoder decoder;
  private final Verdict verdict;

  /** Whether a command that drops all of one PASID from the IOTLB drops table entries as well. */
  private final boolean entriesGoWithTranslations;

  private final Unit[] units;
  private final SimulatedTlb[] deviceTlbs;
  private final List<Map<Integer, PasidEntry>> entries = new ArrayList<>();
  private volatile Told told;

  /** One IOMMU. What is not final is used under the lock of its ring. */
  private static final class Unit {
    final SimulatedTlb iotlb;
    final boolean emulated;
    final Map<Integer, Device> devices = new HashMap<>();
    final Command command = new Command();
    long[] pending = new long[64];
    int words;

    Unit(Iommu iommu) {
      iotlb = new SimulatedTlb(iommu.name());
      emulated = iommu.caching();
    }
  }

  SimulatedHardware(Topology topology, CommandDecoder decoder, Verdict verdict) {
    this.topology = topology;
    this.decoder = decoder;
    this.verdict = verdict;
    entriesGoWithTranslations = topology.family() == Family.AMD;
    units = topology.iommus().stream().map(Unit::new).toArray(Unit[]::new);
    deviceTlbs = new SimulatedTlb[topology.deviceCount()];
    for (Device device : topology.devices()) {
      units[device.iommu().index()].devices.put(device.sourceId(), device);
      entries.add(new ConcurrentHashMap<>());
      if (device.ats()) {
        deviceTlbs[device.index()] = new SimulatedTlb(device.name());
      }
    }
  }

  /** From now on notes who is told; null for no more. */
  void note(Told who) {
    told = who;
  }

  @Override
  public long execute(int iommu, long[] words, int count, boolean waits) {
    final OracleThread thread = OracleThread.current();
    final Unit unit = units[iommu];
    if (thread != null) {
      thread.submits(verdict);
      thread.pauses.maybe();
    }
    keep(unit, words, count * CommandRing.PAYLOAD_WORDS);
    if (!waits) {
      return 0;
    }
    for (int at = 0; at < unit.words; at += CommandRing.PAYLOAD_WORDS) {
      decoder.decode(unit.pending[at], unit.pending[at + 1], unit.command);
      apply(unit, iommu, thread);
      if (thread != null) {
        thread.pauses.maybe();
      }
    }
    unit.words = 0;
    return thread == null || thread.random.nextInt(64) != 0
        ? 0
        : thread.random.nextInt(MAX_LATENCY_NANOS);
  }

  private static void keep(Unit unit, long[] words, int count) {
    if (unit.words + count > unit.pending.length) {
      unit.pending = java.util.Arrays.copyOf(unit.pending, 2 * (unit.words + count));
    }
    System.arraycopy(words, 0, unit.pending, unit.words, count);
    unit.words += count;
  }

  private void apply(Unit unit, int iommu, OracleThread thread) {
    final Command command = unit.command;
    if (thread != null) {
      thread.history.add(Event.COMMAND, 0, iommu, name(command), command.base, command.pages);
    }
    final Told listener = told;
    switch (command.kind) {
      case IOTLB_BLOCK -> {
        unit.iotlb.drop(command.domainId, command.pasid, command.base, command.pages);
        if (listener != null) {
          listener.iotlb(iommu, false, command.base, command.pages);
        }
      }
      case IOTLB_WHOLE -> {
        if (entriesGoWithTranslations) {
          forgetEntries(unit, command.pasid, unit.iotlb.table(command.domainId, command.pasid));
        }
        unit.iotlb.drop(command.domainId, command.pasid);
        if (listener != null) {
          listener.iotlb(iommu, true, 0, 0);
        }
      }
      case IOTLB_BLOCK_OF_ALL_PASIDS ->
          unit.iotlb.dropOfAllTags(command.domainId, command.base, command.pages);
      case IOTLB_WHOLE_OF_ALL_PASIDS -> unit.iotlb.dropOfAllTags(command.domainId, 0, 0);
      case DEVICE_TLB, DEVICE_TLB_OF_ALL_PASIDS -> dropFromDevice(unit, iommu, listener);
      case PASID_CACHE -> forgetEntries(unit, command.pasid, null);
      default -> {}
    }
  }

  private void dropFromDevice(Unit unit, int iommu, Told listener) {
    final Command command = unit.command;
    final Device device = unit.devices.get(command.sourceId);
    if (device == null || !device.ats()) {
      verdict.fail(
          Violation.of(
              String.format(
                  Locale.ROOT,
                  "%s was told to invalidate the TLB of requester %#x, which has none behind it",
                  topology.iommu(iommu).name(),
                  command.sourceId)));
      return;
    }
    final SimulatedTlb tlb = deviceTlbs[device.index()];
    if (command.pasid < 0) {
      tlb.dropOfAllTags(0, command.base, command.pages);
    } else {
      tlb.drop(0, command.pasid, command.base, command.pages);
    }
    if (listener != null) {
      listener.deviceTlb(iommu, device.index(), command.base, command.pages);
    }
  }

  /** Forgets a PASID's entries: all, or those through which one table was filled. */
  private void forgetEntries(Unit unit, int pasid, TranslationTable table) {
    unit.iotlb.lock();
    for (Device device : unit.devices.values()) {
      final PasidEntry entry = entries.get(device.index()).get(pasid);
      if (entry != null && (table == null || entry.iotlbTable == table)) {
        entry.uncache();
      }
    }
    unit.iotlb.unlock();
    if (unit.emulated) {
      for (Device device : unit.devices.values()) {
        if (device.ats()) {
          deviceTlbs[device.index()].drop(0, pasid);
        }
      }
    }
  }

  private static long name(Command command) {
    return (long) command.kind.ordinal() << 48
        | (long) (command.sourceId & 0xffff) << 24
        | command.pasid & 0xffffffL;
  }

  @Override
  public void entryWritten(int device, int pasid, int domainId, int tag) {
    final OracleThread thread = OracleThread.current();
    final AddressSpace space = thread.binding();
    final Device target = topology.device(device);
    final SimulatedTlb iotlb = units[target.iommu().index()].iotlb;
    final PasidEntry entry =
        new PasidEntry(target, space, pasid, iotlb, iotlb.table(domainId, tag), deviceTlbs[device]);
    if (space.pasid() == org.svabench.model.mm.Pasid.INVALID) {
      space.pasid(pasid);
    } else if (space.pasid() != pasid) {
      verdict.fail(
          Violation.of(
              "the PASID of a process changed from " + space.pasid() + " to " + pasid, space, -1));
    }
    checkNothingLeft(entry);
    thread.history.add(Event.ENTRY_WRITTEN, space.number, device, pasid, tag, 0);
    entries.get(device).put(pasid, entry);
    space.entry(device, entry);
    thread.pauses.maybe();
  }

  private void checkNothingLeft(PasidEntry entry) {
    int page = entry.iotlbTable.pageOfOtherSpace(entry.space.number);
    if (page >= 0) {
      verdict.fail(leftOver(entry, entry.iotlb, page));
    }
    if (entry.deviceTable != null) {
      page = entry.deviceTable.pageOfOtherSpace(entry.space.number);
      if (page >= 0) {
        verdict.fail(leftOver(entry, entry.deviceTlb, page));
      }
    }
  }

  private static Violation leftOver(PasidEntry entry, SimulatedTlb tlb, int page) {
    return Violation.of(
        String.format(
            Locale.ROOT,
            "PASID %d was given to another process while the TLB of %s still holds translations of"
                + " the last one",
            entry.pasid,
            tlb.name()),
        entry.space,
        page);
  }

  @Override
  public void entryCleared(int device, int pasid) {
    final PasidEntry entry = entries.get(device).get(pasid);
    entry.clear();
    final OracleThread thread = OracleThread.current();
    if (thread != null) {
      thread.history.add(Event.ENTRY_CLEARED, entry.space.number, device, pasid, 0, 0);
      thread.pauses.maybe();
    }
  }

  /** The first TLB that still holds anything, or null. */
  SimulatedTlb anyFilled() {
    for (Unit unit : units) {
      if (!unit.iotlb.isEmpty()) {
        return unit.iotlb;
      }
    }
    for (SimulatedTlb tlb : deviceTlbs) {
      if (tlb != null && !tlb.isEmpty()) {
        return tlb;
      }
    }
    return null;
  }
}
