package org.svabench.model.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.IommuGroup;
import org.svabench.model.topology.Topology;

/** What a caller of the API knows without looking inside: who lives, and who is bound to what. */
final class Ledger {
  /** One mm as its owner knows it. */
  static final class MmEntry {
    final int number;
    int pasid = -1;
    boolean exited;
    boolean freed;
    List<Outcome.DomainUsers> domains = List.of();

    /** References that binds of each group hold. */
    final Map<IommuGroup, Integer> references = new LinkedHashMap<>();

    final Set<Integer> handles = new HashSet<>();

    MmEntry(int number) {
      this.number = number;
    }

    /** Devices that must be told: a group is attached as a whole, but for what cannot be. */
    List<Device> attached() {
      List<Device> attached = new ArrayList<>();
      for (IommuGroup group : references.keySet()) {
        for (Device device : group.devices()) {
          if (device.maxPasids() > pasid) {
            attached.add(device);
          }
        }
      }
      return attached;
    }

    int bindsOutstanding() {
      return references.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /** A bind that succeeded and was not yet undone. */
  private record Held(int mm, IommuGroup group, int handle) {}

  private final Topology topology;
  private final Map<Integer, MmEntry> mms = new LinkedHashMap<>();
  private final Map<Integer, Held> held = new LinkedHashMap<>();
  private final Map<Integer, Integer> holdersOfHandle = new HashMap<>();

  Ledger(Topology topology) {
    this.topology = topology;
  }

  MmEntry mm(int number) {
    return mms.get(number);
  }

  /** The mm an unbind would act on. */
  MmEntry mmOfBind(int bind) {
    return mms.get(held.get(bind).mm());
  }

  IommuGroup groupOfBind(int bind) {
    return held.get(bind).group();
  }

  List<MmEntry> running() {
    return mms.values().stream().filter(mm -> !mm.exited).toList();
  }

  List<MmEntry> notFreed() {
    return mms.values().stream().filter(mm -> !mm.freed).toList();
  }

  List<Integer> outstandingBinds() {
    return List.copyOf(held.keySet());
  }

  /** Whether the operation is legal now. */
  boolean accepts(Operation operation) {
    if (operation instanceof Operation.NewMm created) {
      return !mms.containsKey(created.mm());
    } else if (operation instanceof Operation.Bind bind) {
      return runs(bind.mm()) && bind.device() >= 0 && bind.device() < topology.deviceCount();
    } else if (operation instanceof Operation.Unbind unbind) {
      return held.containsKey(unbind.bind());
    } else if (operation instanceof Operation.Invalidate inv) {
      return runs(inv.mm());
    } else if (operation instanceof Operation.Exit exit) {
      return runs(exit.mm());
    } else if (operation instanceof Operation.Fork fork) {
      return runs(fork.mm()) && !mms.containsKey(fork.child());
    }
    return true;
  }

  private boolean runs(int mm) {
    return mms.containsKey(mm) && !mms.get(mm).exited;
  }

  /** Enters what an operation did. */
  void enter(Operation operation, Outcome outcome) {
    if (operation instanceof Operation.NewMm created) {
      mms.put(created.mm(), new MmEntry(created.mm()));
    } else if (operation instanceof Operation.Fork fork) {
      mms.put(fork.child(), new MmEntry(fork.child()));
    } else if (operation instanceof Operation.Bind bind) {
      MmEntry mm = mms.get(bind.mm());
      if (outcome.rc() == 0) {
        IommuGroup group = topology.device(bind.device()).group();
        mm.references.merge(group, 1, Integer::sum);
        mm.handles.add(outcome.handle());
        held.put(bind.bind(), new Held(bind.mm(), group, outcome.handle()));
        holdersOfHandle.merge(outcome.handle(), 1, Integer::sum);
      }
      enter(mm, outcome);
    } else if (operation instanceof Operation.Unbind unbind) {
      Held undone = held.remove(unbind.bind());
      MmEntry mm = mms.get(undone.mm());
      mm.references.computeIfPresent(undone.group(), (g, n) -> n == 1 ? null : n - 1);
      if (holdersOfHandle.merge(undone.handle(), -1, Integer::sum) == 0) {
        holdersOfHandle.remove(undone.handle());
        mm.handles.remove(undone.handle());
      }
      enter(mm, outcome);
    } else if (operation instanceof Operation.Exit exit) {
      MmEntry mm = mms.get(exit.mm());
      mm.exited = true;
      enter(mm, outcome);
    }
  }

  private static void enter(MmEntry mm, Outcome outcome) {
    mm.pasid = outcome.pasid();
    mm.domains = outcome.domains();
    mm.freed = outcome.mmFreed();
  }
}
