package org.svabench.model.vtd;

import java.util.function.Supplier;
import org.svabench.model.fanout.BoundDevice;
import org.svabench.model.fanout.BoundDeviceList;
import org.svabench.model.fanout.InvalidationIndex;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Errno;
import org.svabench.model.mm.Mm;
import org.svabench.model.queue.Hardware;
import org.svabench.model.sva.GroupAttachment;
import org.svabench.model.sva.IommuMm;
import org.svabench.model.sva.SvaDomain;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;

/**
 * VT-d from v6.10 on (drivers/iommu/intel/cache.c): each domain is a notifier with an index of the
 * caches behind it, so an IOMMU is told once however many devices it serves; the index is
 * interchangeable.
 */
public final class CacheTagDriver extends VtdDriver {
  private final Supplier<InvalidationIndex> newIndex;

  /**
   * Creates the driver and its rings.
   *
   * @param topology the machine
   * @param rules the design's rules
   * @param hardware what consumes the commands, or null
   * @param newIndex makes the index of a new domain
   */
  public CacheTagDriver(
      Topology topology, VtdRules rules, Hardware hardware, Supplier<InvalidationIndex> newIndex) {
    super(topology, rules, hardware);
    this.newIndex = newIndex;
  }

  @Override
  public boolean notificationsExclude() {
    return newIndex.get().tellsExclude();
  }

  /** A domain with its devices, newest first, and its index. */
  private final class Domain extends SvaDomain {
    final InvalidationIndex index = newIndex.get();
    final BoundDeviceList devices = new BoundDeviceList();
    int compatibilityClass;
    int pasid;
    boolean hasBatch;

    @Override
    public void invalidate(Cpu cpu, long start, long end) {
      final VtdInvalidation commands = scratch(cpu);
      if (VtdRange.isWhole(start, end)) {
        commands.whole(pasid);
      } else {
        final int order = VtdRange.coveringOrder(start, end);
        if (order == Descriptor.WHOLE_ORDER && rules().wholeByOrder()) {
          commands.whole(pasid);
        } else {
          commands.block(pasid, VtdRange.blockBase(start, order), order);
        }
      }
      index.tell(commands);
    }

    @Override
    public void release(Cpu cpu) {
      for (BoundDevice bound = devices.first(); bound != null; bound = bound.next()) {
        tearDown(cpu, bound, pasid, true);
      }
    }
  }

  @Override
  public SvaDomain allocateDomain(Cpu cpu, Device device, Mm mm) {
    // Two allocations: the domain and the mm's subscription block.
    if (cpu.allocationFails() || cpu.allocationFails()) {
      return null;
    }
    Domain domain = (Domain) IommuMm.of(mm).takeDomain();
    if (domain == null) {
      domain = new Domain();
    }
    domain.compatibilityClass = device.iommu().compatibilityClass();
    domain.pasid = mm.pasid();
    domain.hasBatch = false;
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
    int error = checkAttach(domain.compatibilityClass, device);
    if (error != 0) {
      return error;
    }
    if (cpu.allocationFails()) {
      return Errno.ENOMEM;
    }
    if (!domain.hasBatch && rules().commandsPerWait() > 1) {
      if (cpu.allocationFails()) {
        return Errno.ENOMEM;
      }
      domain.hasBatch = true;
    }
    final IommuMm data = IommuMm.of(domain.mm());
    final BoundDevice bound = data.takeBoundDevice();
    bound.reset(device);
    // Indexed before the entry is live, so no translation precedes the promise to invalidate it.
    if (!domain.index.assign(cpu, bound, data.tags())) {
      data.retire(bound);
      return Errno.ENOMEM;
    }
    if (device.ats() && domain.index.tellsOutlastAssign()) {
      data.awaitNotifications();
    }
    domain.devices.add(bound);
    error = program(cpu, bound, domain.pasid);
    if (error != 0) {
      forget(domain, data, bound);
      return error;
    }
    attachment.add(bound);
    return 0;
  }

  @Override
  public void detach(Cpu cpu, SvaDomain svaDomain, Device device, GroupAttachment attachment) {
    final Domain domain = (Domain) svaDomain;
    final IommuMm data = IommuMm.of(domain.mm());
    final BoundDevice bound = attachment.remove(device);
    tearDown(cpu, bound, domain.pasid, true);
    drain(cpu, device, domain.pasid);
    forget(domain, data, bound);
  }

  private void forget(Domain domain, IommuMm data, BoundDevice bound) {
    domain.index.unassign(bound, data.tags());
    domain.devices.remove(bound);
    data.retire(bound);
  }
}
