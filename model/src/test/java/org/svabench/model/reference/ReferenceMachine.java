package org.svabench.model.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.svabench.model.Quirk;
import org.svabench.model.mm.Errno;
import org.svabench.model.reference.Generation.Core;
import org.svabench.model.reference.Outcome.DomainUsers;
import org.svabench.model.reference.ReferenceMm.Domain;
import org.svabench.model.reference.ReferenceMm.Handle;
import org.svabench.model.reference.ReferenceMm.Notifier;
import org.svabench.model.reference.ReferenceMm.Slot;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.IommuGroup;
import org.svabench.model.topology.Topology;

/** The core of the kernels, iommu-sva.c and iommu.c, as the facts tell it. */
final class ReferenceMachine implements Subject {
  private final Topology topology;
  private final Generation generation;
  private final Wire wire = new Wire();
  private final Steps steps = new Steps();
  private final ReferenceDriver driver;
  private final Map<Integer, ReferenceMm> mms = new HashMap<>();
  private final Map<Integer, Handle> handleOfBind = new HashMap<>();
  private final TreeSet<Integer> pasids = new TreeSet<>();
  private final LinkedList<ReferenceMm> svaMms = new LinkedList<>();
  private int handles;

  ReferenceMachine(Topology topology, Generation generation, Set<Quirk> quirks) {
    this.topology = topology;
    this.generation = generation;
    this.driver = ReferenceDriver.of(topology, generation, quirks, steps, wire);
  }

  @Override
  public int stepsOfLastBind() {
    return steps.passed();
  }

  @Override
  public Outcome perform(Operation operation) {
    if (operation instanceof Operation.NewMm created) {
      mms.put(created.mm(), new ReferenceMm(created.mm()));
    } else if (operation instanceof Operation.Bind bind) {
      return bind(bind);
    } else if (operation instanceof Operation.Unbind unbind) {
      return unbind(handleOfBind.remove(unbind.bind()));
    } else if (operation instanceof Operation.Invalidate inv) {
      invalidate(mms.get(inv.mm()), inv.start(), inv.end());
    } else if (operation instanceof Operation.Exit exit) {
      return exit(mms.get(exit.mm()));
    } else if (operation instanceof Operation.Fork fork) {
      invalidate(mms.get(fork.mm()), 0, -1L);
      mms.put(fork.child(), new ReferenceMm(fork.child()));
    } else if (operation instanceof Operation.KernelRange range) {
      for (ReferenceMm mm : svaMms) {
        invalidate(mm, range.start(), range.end());
      }
    }
    return Outcome.commands(wire.take());
  }

  private Outcome bind(Operation.Bind bind) {
    ReferenceMm mm = mms.get(bind.mm());
    Device device = topology.device(bind.device());
    int handlesBefore = handles;
    steps.failAt(bind.failingStep(), bind.errno());
    Object result = bind(mm, device);
    if (result instanceof Integer error) {
      return outcome(error, mm, -1, false, -1, -1, -1);
    }
    Handle handle = (Handle) result;
    handleOfBind.put(bind.bind(), handle);
    int position =
        generation.perGroup()
            ? new ArrayList<>(mm.domainsByGroup().values()).indexOf(handle.domain)
            : mm.domains.indexOf(handle.domain);
    return outcome(
        0,
        mm,
        handle.number,
        handle.number < handlesBefore,
        handle.users,
        handle.device.index(),
        position);
  }

  /** A handle, or the error as an Integer. */
  private Object bind(ReferenceMm mm, Device device) {
    int error = pasid(mm, device);
    if (error != 0) {
      return error;
    }
    return generation.perGroup() ? bindOwnDomain(mm, device) : bindSharedDomain(mm, device);
  }

  private int pasid(ReferenceMm mm, Device device) {
    if (mm.pasid != ReferenceMm.NO_PASID) {
      return mm.pasid < device.maxPasids() ? 0 : Errno.EOVERFLOW;
    }
    if (!generation.perGroup() && steps.allocationFails()) {
      return Errno.ENOMEM;
    }
    if (steps.allocationFails()) {
      return Errno.ENOSPC;
    }
    int lowest = 1;
    while (pasids.contains(lowest)) {
      lowest++;
    }
    if (lowest > device.maxPasids() - 1) {
      return Errno.ENOSPC;
    }
    pasids.add(lowest);
    mm.pasid = lowest;
    return 0;
  }

  private Object bindOwnDomain(ReferenceMm mm, Device device) {
    if (steps.allocationFails()) {
      return Errno.ENOMEM;
    }
    Slot slot = mm.slots.get(device.group().index());
    if (slot != null) {
      slot.domain.users++;
    } else {
      int error = attachNewDomain(mm, device, null);
      if (error != 0) {
        return error;
      }
      slot = mm.slots.get(device.group().index());
    }
    Handle handle = new Handle(handles++, mm, device);
    handle.domain = slot.domain;
    return handle;
  }

  private Object bindSharedDomain(ReferenceMm mm, Device device) {
    Handle existing = existingHandle(mm, device);
    if (existing != null) {
      existing.users++;
      return existing;
    }
    if (steps.allocationFails()) {
      return Errno.ENOMEM;
    }
    Handle handle = new Handle(handles, mm, device);
    for (Domain domain : mm.domains) {
      int ignored = attachGroup(domain, device.group(), handle);
      if (ignored == 0) {
        domain.users++;
        handles++;
        return handle;
      }
    }
    int error = attachNewDomain(mm, device, handle);
    if (error != 0) {
      return error;
    }
    if (mm.domains.isEmpty() && generation.core() == Core.V7_1) {
      svaMms.addFirst(mm);
    }
    mm.domains.addFirst(handle.domain);
    handles++;
    return handle;
  }

  private Handle existingHandle(ReferenceMm mm, Device device) {
    Slot slot = mm.slots.get(device.group().index());
    if (slot == null) {
      return null;
    }
    return switch (generation.core()) {
      case V6_6, V6_8_RC -> null;
      case V6_9 -> slot.handle.device == device ? slot.handle : null;
      case V6_11, V7_1 -> slot.handle;
    };
  }

  private int attachNewDomain(ReferenceMm mm, Device device, Handle handle) {
    int error = driver.checkAllocation(device);
    if (error != 0) {
      return error;
    }
    Domain domain = driver.allocate(mm, device);
    if (domain == null) {
      return Errno.ENOMEM;
    }
    error = attachGroup(domain, device.group(), handle);
    if (error != 0) {
      driver.free(domain);
      return error;
    }
    domain.users = 1;
    mm.existing.add(domain);
    return 0;
  }

  private int attachGroup(Domain domain, IommuGroup group, Handle handle) {
    ReferenceMm mm = domain.mm;
    for (Device member : group.devices()) {
      boolean short_ = mm.pasid >= member.maxPasids();
      boolean refused =
          switch (generation.core()) {
            case V6_6, V6_8_RC -> false;
            case V6_9 -> short_;
            case V6_11, V7_1 -> short_ && member.maxPasids() > 0;
          };
      if (refused) {
        return Errno.EINVAL;
      }
    }
    if (mm.slots.containsKey(group.index())) {
      return Errno.EBUSY;
    }
    if (steps.allocationFails()) {
      return Errno.ENOMEM;
    }
    Slot slot = new Slot(domain);
    mm.slots.put(group.index(), slot);
    for (Device member : group.devices()) {
      boolean later = generation.core().compareTo(Core.V6_11) >= 0;
      if (later && member.maxPasids() == 0) {
        continue;
      }
      int error = steps.attachFails();
      if (error == 0) {
        error = driver.attach(domain, member);
      }
      if (error != 0) {
        slot.attached.forEach(undone -> driver.detach(domain, undone));
        mm.slots.remove(group.index());
        return error;
      }
      slot.attached.add(member);
    }
    if (handle != null) {
      slot.handle = handle;
      handle.domain = domain;
    }
    return 0;
  }

  private Outcome unbind(Handle handle) {
    ReferenceMm mm = handle.mm;
    handle.users--;
    boolean detaches;
    if (generation.perGroup()) {
      detaches = --handle.domain.users == 0;
    } else {
      detaches = handle.users == 0;
      if (detaches) {
        handle.domain.users--;
      }
    }
    if (detaches) {
      Slot slot = mm.slots.get(handle.device.group().index());
      slot.attached.forEach(device -> driver.detach(handle.domain, device));
      mm.slots.remove(handle.device.group().index());
      if (handle.domain.users == 0) {
        mm.domains.remove(handle.domain);
        if (mm.domains.isEmpty()) {
          svaMms.remove(mm);
        }
        driver.free(handle.domain);
        mm.existing.remove(handle.domain);
      }
    }
    freeIfDead(mm);
    return outcome(0, mm, handle.number, false, handle.users, handle.device.index(), -1);
  }

  private Outcome exit(ReferenceMm mm) {
    driver.release(mm);
    mm.exited = true;
    freeIfDead(mm);
    return outcome(0, mm, -1, false, -1, -1, -1);
  }

  private void freeIfDead(ReferenceMm mm) {
    if (mm.dead()) {
      pasids.remove(mm.pasid);
      mm.pasid = ReferenceMm.NO_PASID;
    }
  }

  private void invalidate(ReferenceMm mm, long start, long end) {
    for (Notifier notifier : mm.notifiers) {
      driver.notify(mm, notifier, start, end);
    }
  }

  private Outcome outcome(
      int rc, ReferenceMm mm, int handle, boolean existing, int users, int device, int domain) {
    List<DomainUsers> domains = new ArrayList<>();
    if (generation.perGroup()) {
      mm.domainsByGroup().forEach((g, each) -> domains.add(new DomainUsers(g, each.users)));
    } else {
      mm.domains.forEach(each -> domains.add(new DomainUsers(-1, each.users)));
    }
    return new Outcome(
        rc, handle, existing, users, device, domain, mm.pasid, domains, mm.dead(), wire.take());
  }
}
