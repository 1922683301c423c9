package org.svabench.model.smmu;

import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.svabench.model.fanout.BoundDevice;
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
 * SMMUv3 up to v6.10: the domain is an empty shell; a notifier per (RID domain, mm) tells the unit
 * and every ATS master of the RID domain, so k groups mean k full rounds, however domains are
 * shared. The context descriptor is the RID domain's, as in v6.6 (arm-smmu-v3-sva.c; from v6.7 on
 * each master has its own): the first bond writes it for all masters, the last one clears it.
 */
public final class RidDomainDriver extends SmmuDriver {
  private final RidDomain[] ridDomains;
  private final ContextTables tables;

  /**
   * Creates the driver and its rings.
   *
   * @param topology the machine
   * @param rules the defects that are turned on
   * @param hardware what consumes the commands, or null
   */
  public RidDomainDriver(Topology topology, SmmuRules rules, Hardware hardware) {
    super(topology, rules, hardware);
    ridDomains = RidDomain.of(topology);
    int count = Arrays.stream(ridDomains).mapToInt(domain -> domain.index).max().orElse(-1) + 1;
    int[] maxPasids = new int[count];
    for (RidDomain domain : ridDomains) {
      Device[] masters = domain.masters();
      // The table is sized for the master that was attached first.
      maxPasids[domain.index] = masters[masters.length - 1].maxPasids();
    }
    tables = new ContextTables(maxPasids);
  }

  /** A domain of this generation holds nothing and is no notifier. */
  private static final class Domain extends SvaDomain {
    @Override
    public void invalidate(Cpu cpu, long start, long end) {
      throw new IllegalStateException("the RID domain's notifier is told");
    }

    @Override
    public void release(Cpu cpu) {
      throw new IllegalStateException("the RID domain's notifier is told");
    }
  }

  @Override
  public int checkAllocation(Device device) {
    return 0;
  }

  @Override
  public SvaDomain allocateDomain(Cpu cpu, Device device, Mm mm) {
    if (cpu.allocationFails()) {
      return null;
    }
    final SvaDomain domain = IommuMm.of(mm).takeDomain();
    return domain == null ? new Domain() : domain;
  }

  @Override
  public void freeDomain(Cpu cpu, SvaDomain domain) {
    IommuMm.of(domain.mm()).retire(domain);
  }

  @Override
  public int attach(Cpu cpu, SvaDomain domain, Device device, GroupAttachment attachment) {
    if (!device.iommu().svmCapable()) {
      return Errno.ENODEV;
    }
    if (cpu.allocationFails()) {
      return Errno.ENOMEM;
    }
    final Mm mm = domain.mm();
    final IommuMm data = IommuMm.of(mm);
    final SharedContext context = contextOf(data);
    final RidDomain ridDomain = ridDomains[device.index()];
    final RidNotifier existing = context.find(ridDomain);
    if (existing != null) {
      existing.bonds++;
    } else {
      final int error = register(cpu, mm, data, context, ridDomain);
      if (error != 0) {
        return error;
      }
    }
    final BoundDevice bound = data.takeBoundDevice();
    bound.reset(device);
    bound.present(true);
    attachment.add(bound);
    return 0;
  }

  private static SharedContext contextOf(IommuMm data) {
    SharedContext context = (SharedContext) data.driverData();
    if (context == null) {
      context = new SharedContext();
      data.driverData(context);
    }
    return context;
  }

  private int register(Cpu cpu, Mm mm, IommuMm data, SharedContext context, RidDomain ridDomain) {
    if (!context.pin(asids())) {
      return Errno.ESRCH;
    }
    // Three allocations: the descriptor, the notifier and the mm's subscription block.
    if (cpu.allocationFails() || cpu.allocationFails() || cpu.allocationFails()) {
      context.unpin(asids());
      return Errno.ENOMEM;
    }
    RidNotifier notifier = (RidNotifier) data.takeNotifier();
    if (notifier == null) {
      notifier = new RidNotifier(this);
    }
    final int pasid = mm.pasid();
    notifier.reset(ridDomain, pasid, context.asid());
    context.insert(notifier);
    // Registered before the descriptor is live, so no translation precedes the promise.
    mm.register(notifier);
    final SmmuCommands commands = scratch(cpu);
    if (!tables.has(ridDomain.index, pasid)) {
      if (cpu.allocationFails()) {
        unregister(mm, data, context, notifier);
        return Errno.ENOMEM;
      }
      if (tables.add(ridDomain.index, pasid)) {
        ridDomain.cfgiCd(commands, pasid, false);
      }
    }
    // Pairs with the store-load fence of Cpu.enter, see there.
    VarHandle.fullFence();
    if (ridDomain.atsMasters().length != 0) {
      // One in flight may have passed the place of the new notifier but not yet told the TLB: from
      // there the devices would fetch what nobody tells them to drop. RID domains share the ASID.
      data.awaitNotifications();
    }
    notifier.install(commands);
    return 0;
  }

  private void unregister(Mm mm, IommuMm data, SharedContext context, RidNotifier notifier) {
    mm.unregister(notifier);
    context.remove(notifier);
    context.unpin(asids());
    data.retire(notifier);
  }

  @Override
  public void detach(Cpu cpu, SvaDomain domain, Device device, GroupAttachment attachment) {
    final Mm mm = domain.mm();
    final IommuMm data = IommuMm.of(mm);
    final SharedContext context = contextOf(data);
    final RidNotifier notifier = context.find(ridDomains[device.index()]);
    if (--notifier.bonds == 0) {
      notifier.remove(scratch(cpu));
      unregister(mm, data, context, notifier);
    }
    data.retire(attachment.remove(device));
  }
}
