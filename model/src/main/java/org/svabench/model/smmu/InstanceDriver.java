package org.svabench.model.smmu;

import java.lang.invoke.VarHandle;
import org.svabench.model.fanout.BoundDevice;
import org.svabench.model.fanout.BoundDeviceList;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Errno;
import org.svabench.model.mm.Mm;
import org.svabench.model.queue.Hardware;
import org.svabench.model.sva.GroupAttachment;
import org.svabench.model.sva.IommuMm;
import org.svabench.model.sva.SvaDomain;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Iommu;
import org.svabench.model.topology.Topology;

/**
 * SMMUv3 from v6.11 on: a domain is a notifier with an ASID of its own and belongs to one unit, so
 * a device behind another unit is refused (-EINVAL) and bind allocates another domain
 * (arm-smmu-v3-sva.c, {@code arm_smmu_set_pasid}). What the generations keep of the attached
 * devices for their notifications differs: see the subclasses.
 */
public abstract class InstanceDriver extends SmmuDriver {
  private final ContextTables tables;

  InstanceDriver(Topology topology, SmmuRules rules, Hardware hardware) {
    super(topology, rules, hardware);
    tables = new ContextTables(topology.devices().stream().mapToInt(Device::maxPasids).toArray());
  }

  /** A domain of one unit, with its devices, newest first. */
  abstract static class Domain extends SvaDomain {
    private final InstanceDriver driver;
    private final BoundDeviceList devices = new BoundDeviceList();
    private Iommu iommu;
    private int asid;
    private int pasid;

    Domain(InstanceDriver driver) {
      this.driver = driver;
    }

    final BoundDeviceList devices() {
      return devices;
    }

    final Iommu iommu() {
      return iommu;
    }

    final int asid() {
      return asid;
    }

    final int pasid() {
      return pasid;
    }

    /** Writes the descriptor: its other words first, then, once these are seen, its valid bit. */
    private void writeCd(SmmuCommands commands, BoundDevice bound) {
      final Device device = bound.device();
      commands.cfgiCd(device, pasid, true);
      bound.present(true);
      driver.entryWritten(device, pasid, asid);
      commands.cfgiCd(device, pasid, true);
    }

    /** Clears it, or makes it fault, in the opposite order. */
    private void clearCd(SmmuCommands commands, BoundDevice bound) {
      final Device device = bound.device();
      if (bound.present()) {
        bound.present(false);
        driver.entryCleared(device, pasid);
      }
      commands.cfgiCd(device, pasid, true);
      commands.cfgiCd(device, pasid, true);
    }

    /**
     * Adds a device, before its descriptor is live.
     *
     * @return false where memory ran out; nothing has changed then
     */
    abstract boolean add(Cpu cpu, BoundDevice bound);

    /** Removes a device whose descriptor has been cleared. */
    abstract void remove(SmmuCommands commands, BoundDevice bound);

    /** Empties the caches before the ASID is given back. */
    abstract void drain(SmmuCommands commands);

    /** Tells the unit's TLB, then the devices' translation caches, of a range. */
    abstract void tell(SmmuCommands commands, long start, long end);

    @Override
    public final void invalidate(Cpu cpu, long start, long end) {
      tell(scratch(cpu), start, driver.rules().emptyRange() ? start : end);
    }

    @Override
    public final void release(Cpu cpu) {
      final SmmuCommands commands = scratch(cpu);
      for (BoundDevice bound = devices.first(); bound != null; bound = bound.next()) {
        clearCd(commands, bound);
      }
      tell(commands, 0, -1L);
    }
  }

  abstract Domain newDomain();

  @Override
  public final int checkAllocation(Device device) {
    if (!device.iommu().svmCapable()) {
      return Errno.EOPNOTSUPP;
    }
    return asids().exhausted() ? Errno.EBUSY : 0;
  }

  @Override
  public final SvaDomain allocateDomain(Cpu cpu, Device device, Mm mm) {
    if (allocationsFail(cpu)) {
      return null;
    }
    final int asid = asids().allocate();
    if (asid < 0) {
      return null;
    }
    Domain domain = (Domain) IommuMm.of(mm).takeDomain();
    if (domain == null) {
      domain = newDomain();
    }
    domain.iommu = device.iommu();
    domain.asid = asid;
    domain.pasid = mm.pasid();
    mm.register(domain);
    return domain;
  }

  /**
   * Three allocations: the domain, its entry in the space of ASIDs, the mm's subscription block.
   */
  boolean allocationsFail(Cpu cpu) {
    return cpu.allocationFails() || cpu.allocationFails() || cpu.allocationFails();
  }

  @Override
  public final void freeDomain(Cpu cpu, SvaDomain svaDomain) {
    final Domain domain = (Domain) svaDomain;
    final Mm mm = domain.mm();
    domain.drain(scratch(cpu));
    // A notification that is still under way may name the ASID's next user: one flush too many.
    asids().release(domain.asid);
    mm.unregister(domain);
    IommuMm.of(mm).retire(domain);
  }

  @Override
  public final int attach(Cpu cpu, SvaDomain svaDomain, Device device, GroupAttachment attachment) {
    final Domain domain = (Domain) svaDomain;
    if (domain.iommu != device.iommu() || domain.mm().exited()) {
      return Errno.EINVAL;
    }
    final SmmuCommands commands = scratch(cpu);
    final int pasid = domain.pasid;
    if (!tables.has(device.index(), pasid)) {
      if (cpu.allocationFails()) {
        return Errno.ENOMEM;
      }
      if (tables.add(device.index(), pasid)) {
        commands.cfgiCd(device, pasid, false);
      }
    }
    if (cpu.allocationFails()) {
      return Errno.ENOMEM;
    }
    final IommuMm data = IommuMm.of(domain.mm());
    final BoundDevice bound = data.takeBoundDevice();
    bound.reset(device);
    if (!domain.add(cpu, bound)) {
      data.retire(bound);
      return Errno.ENOMEM;
    }
    // Pairs with the store-load fence of Cpu.enter, see there.
    VarHandle.fullFence();
    domain.writeCd(commands, bound);
    if (device.ats()) {
      commands.atcWhole(device, pasid);
    }
    attachment.add(bound);
    return 0;
  }

  @Override
  public final void detach(
      Cpu cpu, SvaDomain svaDomain, Device device, GroupAttachment attachment) {
    final Domain domain = (Domain) svaDomain;
    final SmmuCommands commands = scratch(cpu);
    final BoundDevice bound = attachment.remove(device);
    domain.clearCd(commands, bound);
    if (device.ats()) {
      commands.atcWhole(device, domain.pasid);
    }
    domain.remove(commands, bound);
    IommuMm.of(domain.mm()).retire(bound);
  }
}
