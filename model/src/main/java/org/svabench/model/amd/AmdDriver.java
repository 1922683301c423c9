package org.svabench.model.amd;

import org.svabench.model.fanout.BoundDevice;
import org.svabench.model.fanout.BoundDeviceList;
import org.svabench.model.lock.SpinLock;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Errno;
import org.svabench.model.mm.Mm;
import org.svabench.model.queue.CommandRing;
import org.svabench.model.queue.Hardware;
import org.svabench.model.sva.GroupAttachment;
import org.svabench.model.sva.IommuMm;
import org.svabench.model.sva.SvaDomain;
import org.svabench.model.sva.SvaDriver;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;

/**
 * AMD v6.14 (drivers/iommu/amd/pasid.c): a domain spans all IOMMUs and is a notifier; its lock is
 * held over every command and wait. The IOTLB's tag is the device's own domain id, so nothing can
 * be told once per IOMMU, and sharing the domain saves no command.
 */
public final class AmdDriver extends SvaDriver {
  private final AmdUnits units;
  private final Hardware hardware;

  /**
   * Creates the driver and its rings.
   *
   * @param topology the machine
   * @param hardware what consumes the commands, or null
   */
  public AmdDriver(Topology topology, Hardware hardware) {
    units = new AmdUnits(topology, hardware);
    this.hardware = hardware;
  }

  /** A domain with its devices, newest first; these change and are told under the lock alone. */
  private final class Domain extends SvaDomain {
    final SpinLock lock = new SpinLock();
    final BoundDeviceList devices = new BoundDeviceList();
    int compatibilityClass;
    int pasid;

    @Override
    public void invalidate(Cpu cpu, long start, long end) {
      final AmdCommands commands = scratch(cpu);
      final long block = AmdCommand.blockAddress(start, end);
      lock.lock();
      for (BoundDevice bound = devices.first(); bound != null; bound = bound.next()) {
        commands.flush(bound.device(), pasid, block);
      }
      lock.unlock();
    }

    /** Removes every device, so that unbinding them later costs no command. */
    @Override
    public void release(Cpu cpu) {
      final AmdCommands commands = scratch(cpu);
      lock.lock();
      for (BoundDevice bound = devices.first(); bound != null; bound = bound.next()) {
        remove(commands, bound);
      }
      lock.unlock();
    }

    void add(AmdCommands commands, BoundDevice bound) {
      final Device device = bound.device();
      bound.present(true);
      if (hardware != null) {
        hardware.entryWritten(device.index(), pasid, AmdUnits.domainId(device), pasid);
      }
      commands.flushAll(device, pasid);
      devices.add(bound);
    }

    void remove(AmdCommands commands, BoundDevice bound) {
      final Device device = bound.device();
      bound.present(false);
      if (hardware != null) {
        hardware.entryCleared(device.index(), pasid);
      }
      commands.flushAll(device, pasid);
      devices.remove(bound);
    }
  }

  private static AmdCommands scratch(Cpu cpu) {
    return (AmdCommands) cpu.scratch();
  }

  @Override
  public boolean notificationsExclude() {
    return true;
  }

  @Override
  public CommandRing[] rings() {
    return units.rings();
  }

  @Override
  public Object newScratch() {
    return new AmdCommands(units);
  }

  @Override
  public int checkAllocation(Device device) {
    return 0;
  }

  @Override
  public SvaDomain allocateDomain(Cpu cpu, Device device, Mm mm) {
    // Three allocations: the domain, its id and the mm's subscription block.
    if (cpu.allocationFails() || cpu.allocationFails() || cpu.allocationFails()) {
      return null;
    }
    Domain domain = (Domain) IommuMm.of(mm).takeDomain();
    if (domain == null) {
      domain = new Domain();
    }
    domain.compatibilityClass = device.iommu().compatibilityClass();
    domain.pasid = mm.pasid();
    mm.register(domain);
    return domain;
  }

  @Override
  public void freeDomain(Cpu cpu, SvaDomain domain) {
    final Mm mm = domain.mm();
    mm.unregister(domain);
    IommuMm.of(mm).retire(domain);
  }

  @Override
  public int attach(Cpu cpu, SvaDomain svaDomain, Device device, GroupAttachment attachment) {
    final Domain domain = (Domain) svaDomain;
    if (device.iommu().compatibilityClass() != domain.compatibilityClass
        || domain.pasid >= device.maxPasids()
        || !device.iommu().svmCapable()) {
      return Errno.EINVAL;
    }
    if (cpu.allocationFails()) {
      // The driver says so where memory for the record runs out.
      return Errno.EINVAL;
    }
    if (cpu.allocationFails()) {
      // The device's PASID table could not grow.
      return Errno.ENOMEM;
    }
    final BoundDevice bound = IommuMm.of(domain.mm()).takeBoundDevice();
    bound.reset(device);
    domain.lock.lock();
    domain.add(scratch(cpu), bound);
    domain.lock.unlock();
    attachment.add(bound);
    return 0;
  }

  @Override
  public void detach(Cpu cpu, SvaDomain svaDomain, Device device, GroupAttachment attachment) {
    final Domain domain = (Domain) svaDomain;
    final BoundDevice bound = attachment.remove(device);
    domain.lock.lock();
    if (bound.present()) {
      domain.remove(scratch(cpu), bound);
    }
    domain.lock.unlock();
    IommuMm.of(domain.mm()).retire(bound);
  }
}
