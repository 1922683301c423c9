package org.svabench.model.smmu;

import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Notifier;
import org.svabench.model.topology.Device;

/**
 * The notifier of one (RID domain, mm) pair, counted by bonds ({@code arm_smmu_mmu_notifier}). Its
 * domain, PASID and ASID change only while no notification can reach it.
 */
final class RidNotifier extends Notifier {
  private final SmmuDriver driver;
  RidDomain domain;
  RidNotifier nextInBucket;
  int bonds;

  /** Whether the mm's exit has told the caches already. */
  boolean cleared;

  private int pasid;
  private int asid;

  RidNotifier(SmmuDriver driver) {
    this.driver = driver;
  }

  void reset(RidDomain newDomain, int newPasid, int newAsid) {
    domain = newDomain;
    bonds = 1;
    cleared = false;
    pasid = newPasid;
    asid = newAsid;
  }

  @Override
  public void invalidate(Cpu cpu, long start, long end) {
    tell(SmmuDriver.scratch(cpu), start, driver.rules().emptyRange() ? start : end);
  }

  /** Disables translation in the descriptor, which stays valid, and empties the caches. */
  @Override
  public void release(Cpu cpu) {
    final SmmuCommands commands = SmmuDriver.scratch(cpu);
    clear(commands);
    tell(commands, 0, -1L);
    cleared = true;
  }

  /** Writes the descriptor: its other words first, then, once these are seen, its valid bit. */
  void install(SmmuCommands commands) {
    domain.cfgiCd(commands, pasid, true);
    for (Device master : domain.masters()) {
      driver.entryWritten(master, pasid, asid);
    }
    domain.cfgiCd(commands, pasid, true);
  }

  /** Clears the descriptor and empties the caches, unless the mm's exit did. */
  void remove(SmmuCommands commands) {
    if (cleared) {
      domain.cfgiCd(commands, pasid, true);
      return;
    }
    clear(commands);
    tell(commands, 0, -1L);
  }

  private void clear(SmmuCommands commands) {
    for (Device master : domain.masters()) {
      driver.entryCleared(master, pasid);
    }
    domain.cfgiCd(commands, pasid, true);
  }

  private void tell(SmmuCommands commands, long start, long end) {
    domain.tell(commands, asid, pasid, start, end);
  }
}
