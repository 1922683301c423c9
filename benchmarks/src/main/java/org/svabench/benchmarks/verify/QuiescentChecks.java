package org.svabench.benchmarks.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.svabench.model.Machine;
import org.svabench.model.mm.Bond;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;
import org.svabench.model.mm.Pasid;
import org.svabench.model.queue.CommandRing;
import org.svabench.model.sva.IommuMm;
import org.svabench.model.sva.Sharing;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Iommu;

/**
 * What must hold whenever nothing is under way: users and lists against what the binders hold, who
 * is told against who is attached, and, once everything is unbound, empty pools, rings and TLBs.
 * One thread, after all others have stopped. Stops at the first violation.
 */
final class QuiescentChecks {
  private final Arena arena;
  private final Machine machine;
  private final Cpu cpu;

  QuiescentChecks(Arena arena) {
    this.arena = arena;
    this.machine = arena.calls.machine;
    this.cpu = machine.newCpu();
  }

  /** Checks, unbinds and exits everything, and checks again. */
  void run() {
    checkPasids();
    for (AddressSpace space : arena.processes()) {
      checkUsers(space);
      checkEntries(space);
      if (!space.hasExited()) {
        checkTold(space);
      }
    }
    unbindEverything();
    checkNothingIsLeft();
  }

  private void require(boolean holds, AddressSpace space, String what, Object... details) {
    if (!holds) {
      final String text = "at rest: " + String.format(Locale.ROOT, what, details);
      arena.verdict.fail(space == null ? Violation.of(text) : Violation.of(text, space, -1));
    }
  }

  private void checkPasids() {
    int expected = 0;
    for (AddressSpace space : arena.processes()) {
      final int now = space.mm.pasid();
      expected += now == Pasid.INVALID ? 0 : 1;
      require(
          space.pasid() == Pasid.INVALID || space.pasid() == now,
          space,
          "an mm first bound with PASID %d now has %d",
          space.pasid(),
          now);
    }
    require(
        machine.pasidsInUse() == expected,
        null,
        "%d PASIDs are in use by %d mms",
        machine.pasidsInUse(),
        expected);
  }

  private void checkUsers(AddressSpace space) {
    final List<Bonds.Held> held = space.bonds.held();
    final Map<Bond, Integer> references = new HashMap<>();
    held.forEach(reference -> references.merge(reference.bond(), 1, Integer::sum));
    references.forEach(
        (bond, count) -> {
          require(
              bond.users() == count,
              space,
              "a handle of %s has %d users for %d references",
              bond.device().name(),
              bond.users(),
              count);
          require(bond.mm() == space.mm, space, "a handle belongs to another mm");
        });
    final int expected =
        machine.design().core().sharing() == Sharing.PER_GROUP ? held.size() : references.size();
    final int users = machine.domains(space.mm).stream().mapToInt(Machine.DomainState::users).sum();
    require(users == expected, space, "domains have %d users for %d bonds", users, expected);
    require(
        machine.domains(space.mm).stream().allMatch(state -> state.users() > 0),
        space,
        "a domain without users is still listed");
  }

  private void checkEntries(AddressSpace space) {
    for (Device device : arena.topology.devices()) {
      final PasidEntry entry = space.entry(device.index());
      final boolean present = entry != null && entry.present();
      final boolean expected =
          !space.hasExited()
              && space.bonds.open(device.group().index())
              && device.maxPasids() > space.pasid();
      require(
          present == expected,
          space,
          "the PASID entry of %s is %s",
          device.name(),
          present ? "live without a bond" : "dead in spite of a bond");
    }
  }

  private void checkTold(AddressSpace space) {
    final int page = Pages.USER / 2;
    final Told told = new Told(arena.topology.iommuCount(), arena.topology.deviceCount(), page);
    arena.hardware.note(told);
    arena.calls.invalidate(cpu, space.mm, Pages.address(page), Pages.address(page + 1));
    arena.hardware.note(null);
    for (Iommu iommu : arena.topology.iommus()) {
      final boolean attached =
          arena.topology.devices().stream()
              .anyMatch(device -> device.iommu() == iommu && isAttached(space, device));
      require(
          told.iotlb[iommu.index()] > 0 == attached,
          space,
          "%s, which has %s device, was told %d times",
          iommu.name(),
          attached ? "an attached" : "no attached",
          told.iotlb[iommu.index()]);
    }
    for (Device device : arena.topology.devices()) {
      final boolean expected = device.ats() && isAttached(space, device);
      require(
          told.deviceTlb[device.index()] > 0 == expected,
          space,
          "the TLB of %s, which is %s, was told %d times",
          device.name(),
          expected ? "attached" : "not attached",
          told.deviceTlb[device.index()]);
    }
    require(
        told.deviceToldFirst() < 0, space, "a device TLB was told before the IOTLB of its IOMMU");
  }

  private static boolean isAttached(AddressSpace space, Device device) {
    final PasidEntry entry = space.entry(device.index());
    return entry != null && entry.present();
  }

  private void unbindEverything() {
    for (AddressSpace space : arena.processes()) {
      Bonds.Held reference = space.bonds.unbindBegins(0);
      while (reference != null) {
        arena.calls.unbind(cpu, reference.bond());
        space.bonds.unbindEnded();
        reference = space.bonds.unbindBegins(0);
      }
    }
    final SimulatedTlb filled = arena.hardware.anyFilled();
    require(
        filled == null,
        null,
        "the TLB of %s holds something though nothing is bound",
        filled == null ? "" : filled.name());
    for (AddressSpace space : arena.processes()) {
      if (!space.hasExited()) {
        require(
            machine.domains(space.mm).isEmpty(), space, "a domain is left though nothing is bound");
        arena.calls.exit(cpu, space.mm);
      }
    }
  }

  private void checkNothingIsLeft() {
    for (Mm mm : arena.mms) {
      require(mm.dead(), null, "an mm lives on after its exit and its last unbind");
      final int inUse = IommuMm.of(mm).objectsInUse();
      require(inUse == 0, null, "%d pooled objects of a dead mm are still in use", inUse);
    }
    require(
        machine.pasidsInUse() == 0,
        null,
        "%d PASIDs are in use though no mm is left",
        machine.pasidsInUse());
    for (Iommu iommu : arena.topology.iommus()) {
      final CommandRing ring = machine.ring(iommu.index());
      require(
          ring.freeSlots() == ring.slots(),
          null,
          "the ring of %s has %d of %d slots free",
          iommu.name(),
          ring.freeSlots(),
          ring.slots());
    }
  }
}
