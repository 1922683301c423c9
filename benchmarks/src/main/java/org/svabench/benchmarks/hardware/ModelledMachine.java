package org.svabench.benchmarks.hardware;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.svabench.model.Design;
import org.svabench.model.Machine;
import org.svabench.model.Quirk;
import org.svabench.model.mm.Bond;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Errno;
import org.svabench.model.mm.Mm;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;

/**
 * The model brought into the state that the trace shows, PASID by PASID. When a device appears that
 * the machine did not have, a new machine is built and goes through the same binds and unbinds,
 * because the order of the driver's lists depends on them.
 */
final class ModelledMachine {
  /** Binds and unbinds of one PASID since it was last without a device. */
  private static final class Bound {
    private final List<Integer> history = new ArrayList<>();
    private final Map<Integer, Bond> bonds = new HashMap<>();
    private final Set<Integer> attached = new HashSet<>();
    private Mm mm;
  }

  private final Design design;
  private final Set<Quirk> quirks;
  private final Endpoints endpoints;
  private final Map<Integer, Bound> bound = new LinkedHashMap<>();
  private final Set<String> refusals = new TreeSet<>();
  private Machine machine;
  private CommandRecorder recorder;
  private Cpu cpu;

  ModelledMachine(Design design, Set<Quirk> quirks, Endpoints endpoints) {
    this.design = design;
    this.quirks = quirks;
    this.endpoints = endpoints;
  }

  /** Whether a device is known to be bound to the mm of a PASID. */
  boolean binds(int pasid) {
    return bound.containsKey(pasid);
  }

  /** Binds that the design refuses, though the trace shows them. */
  Set<String> refusals() {
    return refusals;
  }

  void attach(int pasid, List<Endpoint> run) {
    Bound mm = bound.computeIfAbsent(pasid, unused -> new Bound());
    endpoints.resolve(run, mm.attached, true).forEach(device -> attach(pasid, device));
  }

  void attach(int pasid, int device) {
    Bound mm = bound.computeIfAbsent(pasid, unused -> new Bound());
    mm.history.add(device);
    if (machine == null || device >= machine.topology().deviceCount()) {
      rebuild();
    } else {
      apply(mm, device);
    }
  }

  void detach(int pasid, List<Endpoint> run) {
    Bound mm = bound.get(pasid);
    if (mm == null) {
      return;
    }
    for (int device : endpoints.resolve(run, mm.attached, false)) {
      if (mm.attached.contains(device)) {
        mm.history.add(~device);
        apply(mm, ~device);
      }
    }
    if (mm.attached.isEmpty()) {
      forget(pasid);
    }
  }

  /** Takes all of a PASID's binds back. */
  void forget(int pasid) {
    Bound mm = bound.remove(pasid);
    if (mm != null) {
      mm.bonds.values().forEach(bond -> machine.unbind(cpu, bond));
      machine.exit(cpu, mm.mm);
    }
  }

  private void rebuild() {
    Topology topology = endpoints.topology();
    recorder = new CommandRecorder(topology, design.decoder());
    machine = Machine.with(topology, design).quirks(quirks).hardware(recorder).build();
    cpu = machine.newCpu();
    for (Bound mm : bound.values()) {
      mm.mm = null;
      mm.bonds.clear();
      mm.attached.clear();
      mm.history.forEach(step -> apply(mm, step));
    }
  }

  /** A bind of a device, or the unbind of one as its complement. A group goes as a whole. */
  private void apply(Bound mm, int step) {
    Device device = machine.topology().device(step < 0 ? ~step : step);
    if (mm.mm == null) {
      mm.mm = machine.newMm();
    }
    if (step < 0) {
      for (Device member : device.group().devices()) {
        Bond bond = mm.bonds.remove(member.index());
        if (bond != null) {
          machine.unbind(cpu, bond);
        }
        mm.attached.remove(member.index());
      }
    } else if (!mm.attached.contains(device.index())) {
      int error = machine.bind(cpu, mm.mm, device);
      if (error == 0) {
        mm.bonds.put(device.index(), cpu.bond());
      } else {
        refusals.add(device.name() + ": " + Errno.name(error));
      }
      device.group().devices().forEach(member -> mm.attached.add(member.index()));
    }
  }

  /** What a notification of a PASID would send; none of its devices may be unknown. */
  List<SentCommand> predicted(int pasid, long start, long end) {
    Bound mm = bound.get(pasid);
    if (mm == null) {
      return List.of();
    }
    recorder.start(pasid);
    machine.invalidate(cpu, mm.mm, start, end);
    return recorder.commands();
  }

  /** Waits of the last {@link #predicted}. */
  long waits() {
    return recorder == null ? 0 : recorder.waits();
  }
}
