package org.svabench.benchmarks.baseline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.svabench.model.Design;
import org.svabench.model.Designs;
import org.svabench.model.Machine;
import org.svabench.model.mm.Bond;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Errno;
import org.svabench.model.mm.Mm;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyPresets;
import org.svabench.results.baseline.Baseline;

/** The life of an mm of every design on every topology: what each step of it sends. */
final class BondFigures {
  private final Machine machine;
  private final Cpu cpu;
  private final Map<String, Map<String, Object>> rows;
  private final String name;
  private final Deque<Bond> bonds = new ArrayDeque<>();
  private Mm mm;

  private BondFigures(Topology topology, Design design, Map<String, Map<String, Object>> rows) {
    this.machine = Machine.of(topology, design);
    this.cpu = machine.newCpu();
    this.rows = rows;
    this.name = topology.name() + " " + design.name() + " ";
    this.mm = machine.newMm();
  }

  static Baseline compute() {
    Map<String, Map<String, Object>> rows = new TreeMap<>();
    for (String topology : Machines.ALL) {
      for (Design design : Designs.all()) {
        new BondFigures(TopologyPresets.topology(topology), design, rows).live();
      }
    }
    return Baseline.of(
        "bonds",
        "What the steps in the life of an mm send: its first bond, the same again, a bond with"
            + " every other device, the last unbind of a device, exit with all bonds held, unbind"
            + " after exit.",
        rows);
  }

  private void live() {
    Topology topology = machine.topology();
    step("1 first bind", () -> bind(topology.device(0)));
    step("2 repeat bind", () -> bind(topology.device(0)));
    step(
        "3 bind others",
        () -> {
          String refused = "";
          for (int i = 1; i < topology.deviceCount(); i++) {
            String error = bind(topology.device(i));
            refused = refused.isEmpty() ? error : refused;
          }
          return refused;
        });
    step(
        "4 unbind newest",
        () -> {
          if (!bonds.isEmpty()) {
            machine.unbind(cpu, bonds.removeLast());
          }
          return "";
        });
    step(
        "5 exit",
        () -> {
          machine.exit(cpu, mm);
          return "";
        });
    step(
        "6 unbind all",
        () -> {
          while (!bonds.isEmpty()) {
            machine.unbind(cpu, bonds.removeLast());
          }
          return "";
        });
    rows.get(name + "6 unbind all").put("pasidsLeft", machine.pasidsInUse());
  }

  private String bind(Device device) {
    int error = machine.bind(cpu, mm, device);
    if (error != 0) {
      return Errno.name(error);
    }
    bonds.addLast(cpu.bond());
    return "";
  }

  /** One step of a life; says the first error, or nothing. */
  @FunctionalInterface
  private interface Step {
    String take();
  }

  private void step(String what, Step step) {
    long commands = machine.commands();
    long waits = machine.waits();
    long submissions = machine.submissions();
    long exits = machine.exits();
    String error = step.take();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("commands", machine.commands() - commands);
    figures.put("waits", machine.waits() - waits);
    figures.put("submissions", machine.submissions() - submissions);
    figures.put("exits", machine.exits() - exits);
    figures.put("bonds", bonds.size());
    if (!error.isEmpty()) {
      figures.put("error", error);
    }
    rows.put(name + what, figures);
  }
}
