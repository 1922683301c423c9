package org.svabench.model.smmu;

import org.svabench.model.mm.Cpu;
import org.svabench.model.queue.CommandRing;
import org.svabench.model.queue.Hardware;
import org.svabench.model.sva.SvaDriver;
import org.svabench.model.topology.Topology;

/** What all SMMUv3 generations share: rings, batches and the space of ASIDs. */
public abstract class SmmuDriver extends SvaDriver {
  private final SmmuUnits units;
  private final SmmuRules rules;
  private final Asids asids = new Asids();

  SmmuDriver(Topology topology, SmmuRules rules, Hardware hardware) {
    this.units = new SmmuUnits(topology, hardware);
    this.rules = rules;
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
}
