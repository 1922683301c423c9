package org.svabench.model.smmu;

import org.svabench.model.fanout.BoundDevice;
import org.svabench.model.lock.SpinLock;
import org.svabench.model.mm.Cpu;
import org.svabench.model.queue.Hardware;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;

/**
 * SMMUv3 v6.11 to v7.0: a notification tells the unit by ASID and waits, then collects one command
 * for each attached master with ATS under the domain's spinlock, and waits for these outside it
 * ({@code arm_smmu_atc_inv_domain}).
 */
public final class MasterListDriver extends InstanceDriver {
  /**
   * Creates the driver and its rings.
   *
   * @param topology the machine
   * @param rules the defects that are turned on
   * @param hardware what consumes the commands, or null
   */
  public MasterListDriver(Topology topology, SmmuRules rules, Hardware hardware) {
    super(topology, rules, hardware);
  }

  private static final class MasterList extends Domain {
    private final SpinLock devicesLock = new SpinLock();

    /** Written by the binder, read by notifications before they take the lock. */
    private volatile int atsMasters;

    MasterList(InstanceDriver driver) {
      super(driver);
    }

    @Override
    boolean add(Cpu cpu, BoundDevice bound) {
      if (bound.device().ats()) {
        atsMasters = atsMasters + 1;
      }
      devicesLock.lock();
      devices().add(bound);
      devicesLock.unlock();
      return true;
    }

    @Override
    void remove(SmmuCommands commands, BoundDevice bound) {
      devicesLock.lock();
      devices().remove(bound);
      devicesLock.unlock();
      if (bound.device().ats()) {
        atsMasters = atsMasters - 1;
      }
    }

    @Override
    void drain(SmmuCommands commands) {
      commands.tlbiAsid(iommu().index(), asid());
    }

    @Override
    void tell(SmmuCommands commands, long start, long end) {
      commands.tlbi(iommu().index(), asid(), start, end);
      if (atsMasters == 0) {
        return;
      }
      // Where the TLB is told by ASID, so are the devices.
      final long address =
          SmmuRange.isWhole(iommu().rangeInvalidation(), start, end)
              ? SmmuCommand.atcAddress(0, SmmuCommand.ATC_WHOLE)
              : SmmuRange.atcAddress(start, end);
      final long pasidField = SmmuCommand.substream(pasid());
      devicesLock.lock();
      for (BoundDevice bound = devices().first(); bound != null; bound = bound.next()) {
        final Device device = bound.device();
        if (device.ats()) {
          commands.addAtc(device, pasidField, address);
        }
      }
      devicesLock.unlock();
      commands.finish();
    }
  }

  @Override
  Domain newDomain() {
    return new MasterList(this);
  }
}
