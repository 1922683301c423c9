package org.svabench.benchmarks.hardware;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Who is bound, by the events of cache tags: a device that is attached gets a user of its IOMMU's
 * tag, then, with ATS, a tag of its own; detached it loses both in that order.
 */
final class BondTracker {
  /** Attach or detach events of one PASID on one thread, without anything between them. */
  private static final class Run {
    private final int tid;
    private final boolean attaches;
    private final List<Endpoint> endpoints = new ArrayList<>();

    Run(int tid, boolean attaches) {
      this.tid = tid;
      this.attaches = attaches;
    }
  }

  private final ModelledMachine machine;
  private final Map<Integer, Run> runs = new HashMap<>();

  BondTracker(ModelledMachine machine) {
    this.machine = machine;
  }

  void assigned(DriverEvent.Assigned event) {
    int pasid = event.tag().pasid();
    boolean othersUnseen = event.users() > 1 && !machine.binds(pasid) && !runs.containsKey(pasid);
    if (!othersUnseen) {
      changed(event.tag(), event.tid(), true);
    }
  }

  void unassigned(DriverEvent.Unassigned event) {
    changed(event.tag(), event.tid(), false);
  }

  private void changed(Tag tag, int tid, boolean attaches) {
    Run run = runs.get(tag.pasid());
    if (run != null && (run.tid != tid || run.attaches != attaches)) {
      settle(tag.pasid());
      run = null;
    }
    if (run == null) {
      run = new Run(tid, attaches);
      runs.put(tag.pasid(), run);
    }
    Endpoint unnamed = Endpoint.unnamed(tag.iommu());
    if (!tag.deviceTlb()) {
      run.endpoints.add(unnamed);
      return;
    }
    int last = run.endpoints.size() - 1;
    if (last >= 0 && run.endpoints.get(last).equals(unnamed)) {
      run.endpoints.set(last, Endpoint.of(tag));
    } else {
      run.endpoints.add(Endpoint.of(tag));
    }
  }

  /** Binds and unbinds what the events of a PASID said so far. */
  void settle(int pasid) {
    Run run = runs.remove(pasid);
    if (run != null && run.attaches) {
      machine.attach(pasid, run.endpoints);
    } else if (run != null) {
      machine.detach(pasid, run.endpoints);
    }
  }

  /**
   * Binds what the tags of a notification show, where the trace began after the binds. The order of
   * the tags is that of the binds (v6.10 to v6.13), or the IOMMUs are the other way round (v6.14
   * on): the one that predicts what was recorded is taken, the first one if neither does.
   */
  void infer(RecordedNotification notification) {
    Map<String, List<Endpoint>> byIommu = new LinkedHashMap<>();
    for (Tag tag : notification.tags()) {
      List<Endpoint> behind = byIommu.computeIfAbsent(tag.iommu(), unused -> new ArrayList<>());
      if (tag.deviceTlb()) {
        behind.add(Endpoint.of(tag));
      }
    }
    List<Endpoint> inOrder = new ArrayList<>();
    List<Endpoint> lastFirst = new ArrayList<>();
    byIommu.forEach(
        (iommu, behind) -> {
          List<Endpoint> bound = behind.isEmpty() ? List.of(Endpoint.unnamed(iommu)) : behind;
          inOrder.addAll(bound);
          lastFirst.addAll(0, bound);
        });
    List<Endpoint> byTag = new ArrayList<>(inOrder);
    byTag.sort(Comparator.comparingInt(endpoint -> position(endpoint, notification.tags())));
    for (List<Endpoint> order : new LinkedHashSet<>(List.of(byTag, lastFirst, inOrder))) {
      if (predicts(notification, order)) {
        return;
      }
    }
    predicts(notification, byTag);
  }

  /** Where the first tag of a device stands: its own, or without ATS its IOMMU's. */
  private static int position(Endpoint endpoint, List<Tag> tags) {
    int at = 0;
    while (!(tags.get(at).iommu().equals(endpoint.iommu())
        && (!endpoint.ats() || Endpoint.of(tags.get(at)).equals(endpoint)))) {
      at++;
    }
    return at;
  }

  private boolean predicts(RecordedNotification notification, List<Endpoint> order) {
    machine.forget(notification.pasid());
    machine.attach(notification.pasid(), order);
    return machine
        .predicted(notification.pasid(), notification.start(), notification.end())
        .equals(notification.commands());
  }
}
