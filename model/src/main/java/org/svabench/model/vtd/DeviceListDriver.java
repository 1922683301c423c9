package org.svabench.model.vtd;

import org.svabench.model.fanout.BoundDevice;
import org.svabench.model.fanout.BoundDeviceList;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Errno;
import org.svabench.model.mm.Mm;
import org.svabench.model.mm.Notifier;
import org.svabench.model.queue.Hardware;
import org.svabench.model.sva.GroupAttachment;
import org.svabench.model.sva.IommuMm;
import org.svabench.model.sva.SvaDomain;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;

/**
 * VT-d up to v6.9 (drivers/iommu/intel/svm.c): one notifier and one device list per mm, however
 * many domains the core has; each notification walks the devices under RCU alone and sends each its
 * own IOTLB and device-TLB commands, every one with a wait.
 */
public final class DeviceListDriver extends VtdDriver {
  /**
   * Creates the driver and its rings.
   *
   * @param topology the machine
   * @param rules the design's rules
   * @param hardware what consumes the commands, or null
   */
  public DeviceListDriver(Topology topology, VtdRules rules, Hardware hardware) {
    super(topology, rules, hardware);
  }

  /** A domain of this generation holds no list and is no notifier. */
  private static final class Domain extends SvaDomain {
    int compatibilityClass;

    @Override
    public void invalidate(Cpu cpu, long start, long end) {
      throw new IllegalStateException("the mm's device list is the notifier");
    }

    @Override
    public void release(Cpu cpu) {
      throw new IllegalStateException("the mm's device list is the notifier");
    }
  }

  /** The device list of one PASID ({@code struct intel_svm}). */
  private final class Svm extends Notifier {
    final BoundDeviceList devices = new BoundDeviceList();
    int pasid;

    @Override
    public void invalidate(Cpu cpu, long start, long end) {
      final VtdInvalidation commands = scratch(cpu);
      if (VtdRange.isWhole(start, end)) {
        if (!rules().fullFlushWraps()) {
          commands.whole(pasid);
          tell(commands, devices.first());
        }
        return;
      }
      final int order = VtdRange.splitOrder(start, end);
      final int blocks = VtdRange.splitBlocks(start, end, order);
      final long first = VtdRange.blockBase(start, order);
      if (blocks == 1) {
        commands.block(pasid, first, order);
        tell(commands, devices.first());
        return;
      }
      final long step = 1L << order + 12;
      for (BoundDevice bound = devices.first(); bound != null; bound = bound.next()) {
        for (int i = 0; i < blocks; i++) {
          commands.block(pasid, first + i * step, order);
          tellOne(commands, bound);
        }
      }
      commands.finish();
    }

    private void tell(VtdInvalidation commands, BoundDevice first) {
      for (BoundDevice bound = first; bound != null; bound = bound.next()) {
        tellOne(commands, bound);
      }
      commands.finish();
    }

    private void tellOne(VtdInvalidation commands, BoundDevice bound) {
      final Device device = bound.device();
      commands.iotlb(device.iommu());
      if (device.ats()) {
        commands.deviceTlb(device);
      }
    }

    @Override
    public void release(Cpu cpu) {
      for (BoundDevice bound = devices.first(); bound != null; bound = bound.next()) {
        tearDown(cpu, bound, pasid, false);
      }
    }
  }

  @Override
  public boolean coversTransitions() {
    return false;
  }

  @Override
  public SvaDomain allocateDomain(Cpu cpu, Device device, Mm mm) {
    if (cpu.allocationFails()) {
      return null;
    }
    Domain domain = (Domain) IommuMm.of(mm).takeDomain();
    if (domain == null) {
      domain = new Domain();
    }
    domain.compatibilityClass = device.iommu().compatibilityClass();
    return domain;
  }

  @Override
  public void freeDomain(Cpu cpu, SvaDomain domain) {
    IommuMm.of(domain.mm()).retire(domain);
  }

  @Override
  public int attach(Cpu cpu, SvaDomain domain, Device device, GroupAttachment attachment) {
    int error = checkAttach(((Domain) domain).compatibilityClass, device);
    if (error != 0) {
      return error;
    }
    final Mm mm = domain.mm();
    final IommuMm data = IommuMm.of(mm);
    Svm svm = (Svm) data.notifier();
    if (svm == null) {
      svm = register(cpu, mm, data);
      if (svm == null) {
        return Errno.ENOMEM;
      }
    }
    if (cpu.allocationFails()) {
      unregisterIfUnused(mm, data, svm);
      return Errno.ENOMEM;
    }
    final BoundDevice bound = data.takeBoundDevice();
    bound.reset(device);
    // Programmed before it is listed, as in that generation.
    error = program(cpu, bound, svm.pasid);
    if (error != 0) {
      data.retire(bound);
      unregisterIfUnused(mm, data, svm);
      return error;
    }
    svm.devices.add(bound);
    attachment.add(bound);
    return 0;
  }

  private Svm register(Cpu cpu, Mm mm, IommuMm data) {
    // Two allocations: the list and the mm's subscription block.
    if (cpu.allocationFails() || cpu.allocationFails()) {
      return null;
    }
    Svm svm = (Svm) data.takeNotifier();
    if (svm == null) {
      svm = new Svm();
    }
    svm.pasid = mm.pasid();
    mm.register(svm);
    if (cpu.allocationFails()) { // storing it in the array of all PASIDs
      mm.unregister(svm);
      data.retire(svm);
      return null;
    }
    data.notifier(svm);
    return svm;
  }

  private static void unregisterIfUnused(Mm mm, IommuMm data, Svm svm) {
    if (svm.devices.isEmpty()) {
      mm.unregister(svm);
      data.notifier(null);
      data.retire(svm);
    }
  }

  @Override
  public void detach(Cpu cpu, SvaDomain domain, Device device, GroupAttachment attachment) {
    final Mm mm = domain.mm();
    final IommuMm data = IommuMm.of(mm);
    final Svm svm = (Svm) data.notifier();
    final int pasid = svm.pasid;
    final BoundDevice bound = attachment.remove(device);
    svm.devices.remove(bound);
    unregisterIfUnused(mm, data, svm);
    tearDown(cpu, bound, pasid, false);
    drain(cpu, device, pasid);
    data.retire(bound);
  }
}
