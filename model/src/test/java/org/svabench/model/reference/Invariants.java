package org.svabench.model.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.svabench.model.Design;
import org.svabench.model.Quirk;
import org.svabench.model.queue.Command;
import org.svabench.model.queue.CommandKind;
import org.svabench.model.reference.Ledger.MmEntry;
import org.svabench.model.sva.Sharing;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Family;
import org.svabench.model.topology.Iommu;
import org.svabench.model.topology.IommuGroup;

/**
 * What must hold whatever the design: no cache is forgotten, none is told without need, counts add
 * up, a failed call leaves no trace. Knows nothing of how a design works; reads its commands
 * through its decoder.
 */
final class Invariants {
  private final Design design;
  private final Set<Quirk> quirks;
  private final Ledger ledger;

  Invariants(Design design, Set<Quirk> quirks, Ledger ledger) {
    this.design = design;
    this.quirks = quirks;
    this.ledger = ledger;
  }

  private record Sent(int iommu, Command command) {}

  /** Checks an outcome against the ledger, in which it is not yet entered. */
  void check(Operation operation, Outcome outcome) {
    List<Sent> sent = decoded(outcome.submissions());
    if (operation instanceof Operation.Invalidate inv) {
      checkNotification(ledger.mm(inv.mm()), sent, inv.start(), inv.end());
      checkNobodyElse(ledger.mm(inv.mm()), sent);
    } else if (operation instanceof Operation.Fork fork) {
      checkNotification(ledger.mm(fork.mm()), sent, 0, -1L);
      checkNobodyElse(ledger.mm(fork.mm()), sent);
    } else if (operation instanceof Operation.KernelRange range) {
      if (design.core().listsSvaMms()) {
        for (MmEntry mm : ledger.running()) {
          checkNotification(mm, sent, range.start(), range.end());
        }
      } else {
        require(sent.isEmpty(), "a generation without a list of mms flushed kernel addresses");
      }
    } else if (operation instanceof Operation.Bind bind) {
      checkBind(ledger.mm(bind.mm()), outcome, sent);
    } else if (operation instanceof Operation.Unbind unbind) {
      checkUnbind(unbind, outcome, sent);
    } else if (operation instanceof Operation.Exit exit) {
      MmEntry mm = ledger.mm(exit.mm());
      checkPasid(mm, outcome);
      require(outcome.domains().equals(mm.domains), "an exit changed the domains");
      if (design.family() == Family.VTD) {
        checkTornDown(mm.attached(), sent);
      }
    }
  }

  /** Checks the ledger after an outcome was entered. */
  void checkCounts() {
    Set<Integer> pasids = new HashSet<>();
    for (MmEntry mm : ledger.notFreed()) {
      if (mm.pasid != -1) {
        require(mm.pasid > 0 && pasids.add(mm.pasid), "PASID " + mm.pasid + " was given twice");
      }
      int users = mm.domains.stream().mapToInt(Outcome.DomainUsers::users).sum();
      int expected =
          design.core().sharing() == Sharing.PER_GROUP ? mm.bindsOutstanding() : mm.handles.size();
      require(users == expected, "domains of mm " + mm.number + " count " + users + " users");
    }
  }

  private void checkNotification(MmEntry mm, List<Sent> sent, long start, long end) {
    boolean everything = start == 0 && end == -1L;
    if (everything && quirks.contains(Quirk.FULL_FLUSH_WRAP)) {
      return;
    }
    long firstPage = start >>> 12;
    long endPage = (end - 1 >>> 12) + 1;
    for (Device device : mm.attached()) {
      Pages iotlb = new Pages();
      Pages deviceTlb = new Pages();
      for (Sent each : sent) {
        if (each.iommu() == device.iommu().index() && concerns(each.command(), mm)) {
          if (isIotlb(each.command())) {
            iotlb.add(each.command());
          } else if (isDeviceTlb(each.command()) && each.command().sourceId == device.sourceId()) {
            deviceTlb.add(each.command());
            require(
                iotlb.coverWhatIsIn(each.command(), firstPage, endPage),
                device + " was told before its IOMMU");
          }
        }
      }
      require(
          iotlb.cover(firstPage, endPage), "the IOTLB of " + device.iommu() + " was not told all");
      require(
          !device.ats() || deviceTlb.cover(firstPage, endPage),
          "the TLB of " + device + " was not told all");
    }
  }

  /** An SMMU tags its TLB with an ASID, which says nothing of the PASID. */
  private boolean concerns(Command command, MmEntry mm) {
    return switch (command.kind) {
      case IOTLB_BLOCK, IOTLB_WHOLE -> design.family() == Family.SMMU || command.pasid == mm.pasid;
      case DEVICE_TLB -> command.pasid == mm.pasid;
      default -> true;
    };
  }

  private void checkNobodyElse(MmEntry mm, List<Sent> sent) {
    if (design.family() != Family.VTD) {
      return;
    }
    Set<Integer> iommus = new HashSet<>();
    Set<Integer> sourceIds = new HashSet<>();
    for (IommuGroup group : mm.references.keySet()) {
      for (Device device : group.devices()) {
        iommus.add(device.iommu().index());
        if (device.ats()) {
          sourceIds.add(device.sourceId());
        }
      }
    }
    for (Sent each : sent) {
      require(
          iommus.contains(each.iommu()) && concerns(each.command(), mm),
          "IOMMU " + each.iommu() + " was told without need");
      require(
          isIotlb(each.command())
              || isDeviceTlb(each.command()) && sourceIds.contains(each.command().sourceId),
          "somebody was told without need: " + each.command().kind);
    }
  }

  private void checkBind(MmEntry mm, Outcome outcome, List<Sent> sent) {
    checkPasid(mm, outcome);
    if (outcome.rc() != 0) {
      require(outcome.domains().equals(mm.domains), "a failed bind changed the domains");
      for (Sent each : sent) {
        require(
            !isIotlb(each.command()) || each.command().kind == CommandKind.IOTLB_WHOLE,
            "a failed bind sent " + each.command().kind);
      }
    }
  }

  private void checkUnbind(Operation.Unbind unbind, Outcome outcome, List<Sent> sent) {
    MmEntry mm = ledger.mmOfBind(unbind.bind());
    if (!outcome.mmFreed()) {
      checkPasid(mm, outcome);
    }
    IommuGroup group = ledger.groupOfBind(unbind.bind());
    if (design.family() != Family.VTD) {
      return;
    }
    if (mm.references.get(group) > 1) {
      require(sent.isEmpty(), "an unbind that was not the last sent commands");
    } else if (mm.exited) {
      require(
          sent.stream().noneMatch(each -> each.command().kind == CommandKind.PASID_CACHE),
          "an entry was torn down twice");
    } else {
      checkTornDown(
          mm.attached().stream().filter(device -> device.group() == group).toList(), sent);
    }
  }

  /** Each entry costs one PASID-cache command and one for the IOTLB behind it. */
  private static void checkTornDown(List<Device> devices, List<Sent> sent) {
    for (Iommu iommu : devices.stream().map(Device::iommu).distinct().toList()) {
      long entries = devices.stream().filter(device -> device.iommu() == iommu).count();
      require(
          count(sent, iommu, CommandKind.PASID_CACHE) >= entries
              && count(sent, iommu, CommandKind.IOTLB_WHOLE) >= entries,
          "an entry on " + iommu + " was not torn down");
    }
  }

  private static long count(List<Sent> sent, Iommu iommu, CommandKind kind) {
    return sent.stream()
        .filter(each -> each.iommu() == iommu.index() && each.command().kind == kind)
        .count();
  }

  private static void checkPasid(MmEntry mm, Outcome outcome) {
    require(
        mm.pasid == -1 || outcome.mmFreed() || outcome.pasid() == mm.pasid,
        "the PASID of mm " + mm.number + " changed");
    require(!outcome.mmFreed() || outcome.pasid() == -1, "a freed mm kept its PASID");
    require(!outcome.mmFreed() || outcome.domains().isEmpty(), "a freed mm kept domains");
  }

  private static boolean isIotlb(Command command) {
    return switch (command.kind) {
      case IOTLB_BLOCK, IOTLB_WHOLE, IOTLB_BLOCK_OF_ALL_PASIDS, IOTLB_WHOLE_OF_ALL_PASIDS -> true;
      default -> false;
    };
  }

  private static boolean isDeviceTlb(Command command) {
    return command.kind == CommandKind.DEVICE_TLB
        || command.kind == CommandKind.DEVICE_TLB_OF_ALL_PASIDS;
  }

  private List<Sent> decoded(List<Submission> submissions) {
    List<Sent> sent = new ArrayList<>();
    for (Submission submission : submissions) {
      for (Words words : submission.commands()) {
        Command command = new Command();
        design.decoder().decode(words.low(), words.high(), command);
        sent.add(new Sent(submission.iommu(), command));
      }
    }
    return sent;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
