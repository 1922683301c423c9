package org.svabench.benchmarks.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.svabench.model.Design;
import org.svabench.model.Machine;
import org.svabench.model.Quirk;
import org.svabench.model.cost.CostLevel;
import org.svabench.model.cost.CostModel;
import org.svabench.model.mm.Bond;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Errno;
import org.svabench.model.mm.FlushRule;
import org.svabench.model.mm.Mm;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;

/**
 * One design under the notifications of a trace: a machine, the bound mms, what was sent. One
 * thread drives it, as one process would. Notifying allocates nothing but for the first of a
 * distinct range, once the meter has grown.
 */
public final class DesignReplay {
  private static final long PAGE = 4096;

  private final Design design;
  private final FlushRule rule;
  private final List<Device> devices;
  private final CostModel costs;
  private final Traffic traffic;
  private final Machine machine;
  private final Cpu cpu;
  private final List<Mm> mms = new ArrayList<>();
  private final List<List<Bond>> bonds = new ArrayList<>();
  private final Tally total = new Tally();
  private final Tally single = new Tally();
  private final List<Tally> sent = new ArrayList<>();
  private final Map<String, Integer> refusals = new TreeMap<>();
  private List<Integer> firstErrors;
  private long nanosBefore;
  private long peakNanos;
  private long peakSecond = -1;
  private long teardownCommands;

  /**
   * A machine on which nothing is bound.
   *
   * @param topology the machine
   * @param design how it shares and fans out
   * @param quirks kernel defects that are on
   * @param devices those bound to each mm, in this order
   * @param costs prices of modelled time
   */
  public DesignReplay(
      Topology topology, Design design, Set<Quirk> quirks, List<Device> devices, CostModel costs) {
    this.design = design;
    this.rule = design.flushRule();
    this.devices = devices;
    this.costs = costs;
    this.traffic = new Traffic(topology.iommuCount(), design.decoder());
    this.machine = Machine.with(topology, design).quirks(quirks).hardware(traffic).build();
    this.cpu = machine.newCpu();
  }

  /**
   * Binds every device to a new mm, under a free or new slot.
   *
   * @return whether the same devices could be bound as to the first mm, so that notifications of
   *     both send the same
   */
  boolean bind(int slot) {
    Mm mm = machine.newMm();
    List<Bond> handles = new ArrayList<>();
    List<Integer> errors = new ArrayList<>();
    for (Device device : devices) {
      int error = machine.bind(cpu, mm, device);
      errors.add(error);
      if (error == 0) {
        handles.add(cpu.bond());
      } else {
        refusals.merge(Errno.name(error), 1, Integer::sum);
      }
    }
    if (slot == mms.size()) {
      mms.add(mm);
      bonds.add(handles);
    } else {
      mms.set(slot, mm);
      bonds.set(slot, handles);
    }
    if (firstErrors == null) {
      firstErrors = errors;
    }
    return errors.equals(firstErrors);
  }

  /** Sends a notification and keeps what that was, to be counted by {@link #counted}. */
  void send(int range, int slot, long start, long end, int strideShift) {
    if (range == sent.size()) {
      sent.add(new Tally());
    }
    measure(sent.get(range), slot, start, end, strideShift);
  }

  /** A notification that was sent before happened so many times. */
  void counted(int range, long times) {
    total.add(sent.get(range), times);
  }

  /** Sends a notification and counts it once. */
  void invalidate(int slot, long start, long end, int strideShift) {
    measure(single, slot, start, end, strideShift);
    total.add(single, 1);
  }

  private void measure(Tally tally, int slot, long start, long end, int strideShift) {
    long first = rule.start(start, end, strideShift);
    long last = rule.end(start, end, strideShift);
    tally.clear();
    tally.notifications = 1;
    if (first == 0 && last == -1L) {
      tally.everything = 1;
    } else {
      tally.askedPages = (end - start + PAGE - 1) / PAGE;
    }
    traffic.clear();
    machine.invalidate(cpu, mms.get(slot), first, last);
    traffic.addTo(tally);
  }

  /** The process ends: the mm exits, its handles are dropped, what that sends is counted apart. */
  void exit(int slot) {
    long before = machine.commands();
    machine.exit(cpu, mms.get(slot));
    bonds.get(slot).forEach(bond -> machine.unbind(cpu, bond));
    teardownCommands += machine.commands() - before;
    mms.set(slot, null);
  }

  /** Everything sent so far does not count. */
  void clear() {
    total.clear();
    nanosBefore = 0;
    peakNanos = 0;
    peakSecond = -1;
  }

  /**
   * A second of the trace is over.
   *
   * @return what was sent in it: modelled time at the typical price
   */
  long endSecond(long second) {
    long nanos = total.nanos(costs, CostLevel.TYP);
    long added = nanos - nanosBefore;
    nanosBefore = nanos;
    if (added > peakNanos) {
      peakNanos = added;
      peakSecond = second;
    }
    return added;
  }

  /** The design. */
  Design design() {
    return design;
  }

  Tally total() {
    return total;
  }

  /** Modelled time of all notifications, nanoseconds. */
  long nanos(CostLevel level) {
    return total.nanos(costs, level);
  }

  long peakNanos() {
    return peakNanos;
  }

  /** The second in which most time was added, from 0; -1 when none was. */
  long peakSecond() {
    return peakSecond;
  }

  /** Commands of exits and of dropped handles. */
  long teardownCommands() {
    return teardownCommands;
  }

  /** Binds that failed, by error. */
  Map<String, Integer> refusals() {
    return refusals;
  }

  long exits() {
    return machine.topology().trapped() ? total.submissions : 0;
  }

  /** IOMMUs that have a device to be bound. */
  long boundIommus() {
    return devices.stream().map(Device::iommu).distinct().count();
  }
}
