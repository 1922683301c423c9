package org.svabench.model.smmu;

import org.svabench.model.mm.Cpu;
import org.svabench.model.queue.CommandRing;
import org.svabench.model.queue.Hardware;
import org.svabench.model.sva.SvaDriver;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;

/** What all SMMUv3 generations share: rings, batches and the space of ASIDs. */
public abstract class SmmuDriver extends SvaDriver {
  private static final int NO_DOMAIN_ID = -1;

  private final SmmuUnits units;
  private final SmmuRules rules;
  private final Hardware hardware;
  private final Asids asids = new Asids();

  SmmuDriver(Topology topology, SmmuRules rules, Hardware hardware) {
    this.units = new SmmuUnits(topology, hardware);
    this.rules = rules;
    this.hardware = hardware;
  }

  @Override
  public CommandRing[] rings() {
    return units.rings();
  }

  @Override
  public Object newScratch() {
    return new SmmuCommands(units, rules.doubledTlbi());
  }

  static SmmuCommands scratch(Cpu cpu) {
    return (SmmuCommands) cpu.scratch();
  }

  final SmmuRules rules() {
    return rules;
  }

  final Asids asids() {
    return asids;
  }

  /** The descriptor of a device's PASID is live from now on. */
  final void entryWritten(Device device, int pasid, int asid) {
    if (hardware != null) {
      hardware.entryWritten(device.index(), pasid, NO_DOMAIN_ID, asid);
    }
  }

  /** The descriptor of a device's PASID was cleared, or its translation disabled. */
  final void entryCleared(Device device, int pasid) {
    if (hardware != null) {
      hardware.entryCleared(device.index(), pasid);
    }
  }
}
