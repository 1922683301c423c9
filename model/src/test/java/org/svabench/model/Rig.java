package org.svabench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.svabench.model.mm.Bond;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.FaultPlan;
import org.svabench.model.mm.Mm;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;

/** A machine with one CPU, one mm and a log of its commands. */
public final class Rig {
  public static final long PAGE = 4096;

  public final CommandLog log;
  public final FaultPlan faults = new FaultPlan();
  public final Machine machine;
  public final Cpu cpu;
  public final Mm mm;
  public final List<Bond> bonds = new ArrayList<>();
  private long commandsBefore;
  private long waitsBefore;

  public Rig(Topology topology, Design design, Quirk... quirks) {
    log = new CommandLog(design);
    machine =
        Machine.with(topology, design).hardware(log).faults(faults).quirks(Set.of(quirks)).build();
    cpu = machine.newCpu();
    mm = machine.newMm();
  }

  public static Rig of(Topology topology, String design, Quirk... quirks) {
    return new Rig(topology, Designs.named(design).orElseThrow(), quirks);
  }

  /** Binds, and keeps the handle where that works. */
  public int bind(int device) {
    int error = machine.bind(cpu, mm, machine.topology().device(device));
    if (error == 0) {
      bonds.add(cpu.bond());
    }
    return error;
  }

  /** Binds every device by index; all must work. The log and the counts start afterwards. */
  public Rig bound() {
    for (Device device : machine.topology().devices()) {
      assertEquals(0, bind(device.index()), device::name);
    }
    restart();
    return this;
  }

  public void restart() {
    log.take();
    commandsBefore = machine.commands();
    waitsBefore = machine.waits();
  }

  public Rig invalidatePages(long firstByte, long pages) {
    return invalidate(firstByte, firstByte + pages * PAGE);
  }

  public Rig invalidateAll() {
    return invalidate(0, -1L);
  }

  public Rig invalidate(long start, long end) {
    machine.invalidate(cpu, mm, start, end);
    return this;
  }

  public void unbindAll() {
    for (Bond bond : bonds) {
      machine.unbind(cpu, bond);
    }
    bonds.clear();
  }

  /** Commands / waits since the log started. */
  public String counts() {
    return machine.commands() - commandsBefore + " / " + (machine.waits() - waitsBefore);
  }

  /** Commands and waits since the log started. */
  public long commandsAndWaits() {
    return machine.commands() - commandsBefore + machine.waits() - waitsBefore;
  }
}
