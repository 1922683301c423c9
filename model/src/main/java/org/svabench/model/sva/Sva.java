package org.svabench.model.sva;

import org.svabench.model.lock.SpinLock;
import org.svabench.model.mm.Bond;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Errno;
import org.svabench.model.mm.GracePeriods;
import org.svabench.model.mm.Mm;
import org.svabench.model.mm.Pasid;
import org.svabench.model.mm.PasidAllocator;
import org.svabench.model.mm.ReadSections;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.IommuGroup;
import org.svabench.model.topology.Topology;

/**
 * Binds mms to devices the way drivers/iommu/iommu-sva.c of a kernel generation does.
 *
 * <p>Legal callers: any thread, each with a {@link Cpu} of its own; an mm must not be bound or
 * notified once its exit has begun, a bond not unbound more often than it was bound. Progress:
 * blocking (the lock of the bonds). Linearization: every call takes effect while it holds that
 * lock. In its steady state nothing allocates: see {@link org.svabench.model.mm.Pool}.
 */
public final class Sva {
  private final CoreRules rules;
  private final SvaDriver driver;
  private final GroupAttach groups;
  private final ReadSections sections;
  private final LockScope lockScope;
  private final SpinLock globalLock = new SpinLock();
  private final SvaMms svaMms = new SvaMms();
  private final PasidAllocator pasids = new PasidAllocator(Topology.PASID_SPACE);

  /**
   * Creates the core over a driver.
   *
   * @param rules the generation
   * @param driver the driver of all IOMMUs
   * @param sections the CPUs of the machine
   * @param lockScope which binds exclude each other
   */
  public Sva(CoreRules rules, SvaDriver driver, ReadSections sections, LockScope lockScope) {
    this.rules = rules;
    this.driver = driver;
    this.groups = new GroupAttach(rules.attachRules(), driver);
    this.sections = sections;
    this.lockScope = lockScope;
  }

  /**
   * Makes an mm known to the core, before its first use.
   *
   * @param mm a new mm
   */
  public void adopt(Mm mm) {
    SpinLock lock = lockScope == LockScope.GLOBAL ? globalLock : new SpinLock();
    mm.iommuData(new IommuMm(mm, lock, new GracePeriods(mm, sections)));
  }

  /**
   * Binds a device to an mm ({@code iommu_sva_bind_device}).
   *
   * @param cpu the calling thread's CPU; {@link Cpu#bond} is the handle afterwards, null on failure
   * @param mm an mm that has not exited
   * @param device the device
   * @return 0, -EBUSY, -EOVERFLOW, -ENOSPC, -ENOMEM, or what attaching fails with (-EINVAL,
   *     -ENODEV)
   */
  public int bind(Cpu cpu, Mm mm, Device device) {
    cpu.bond(null);
    final IommuMm data = IommuMm.of(mm);
    final SpinLock lock = data.lock;
    lock.lock();
    int error = ensurePasid(cpu, data, mm, device);
    if (error == 0) {
      error =
          rules.sharing() == Sharing.PER_GROUP
              ? bindPerGroup(cpu, data, mm, device)
              : bindShared(cpu, data, mm, device);
    }
    lock.unlock();
    return error;
  }

  private int ensurePasid(Cpu cpu, IommuMm data, Mm mm, Device device) {
    if (mm.dmaIncompatible()) {
      return Errno.EBUSY;
    }
    final int pasid = mm.pasid();
    if (pasid != Pasid.INVALID) {
      return pasid < device.maxPasids() ? 0 : Errno.EOVERFLOW;
    }
    if (rules.sharing() != Sharing.PER_GROUP && cpu.allocationFails()) {
      return Errno.ENOMEM;
    }
    if (cpu.allocationFails()) {
      return Errno.ENOSPC;
    }
    final int allocated = pasids.allocate(device.maxPasids());
    if (allocated < 0) {
      return allocated;
    }
    mm.pasid(allocated);
    return 0;
  }

  private int bindPerGroup(Cpu cpu, IommuMm data, Mm mm, Device device) {
    if (cpu.allocationFails()) {
      return Errno.ENOMEM;
    }
    GroupAttachment slot = data.attachments.find(device.group());
    if (slot == null) {
      final int error = attachNewDomain(cpu, mm, device, null);
      if (error != 0) {
        return error;
      }
      slot = data.attachments.find(device.group());
    } else {
      slot.domain.users++;
    }
    final SvaBond bond = data.takeBond();
    bond.reset(device, mm, slot);
    cpu.bond(bond);
    return 0;
  }

  private int bindShared(Cpu cpu, IommuMm data, Mm mm, Device device) {
    final SvaBond existing = existingBond(data, device);
    if (existing != null) {
      existing.users++;
      cpu.bond(existing);
      return 0;
    }
    if (cpu.allocationFails()) {
      return Errno.ENOMEM;
    }
    final SvaBond bond = data.takeBond();
    bond.reset(device, mm, null);
    int error = -1;
    for (SvaDomain domain = data.domains; domain != null; domain = domain.nextDomain) {
      error = groups.attach(cpu, domain, mm, device, bond);
      if (error == 0) {
        domain.users++;
        break;
      }
    }
    if (error != 0) {
      // Listed before the first entry is live: else a flush of kernel addresses that runs meanwhile
      // would pass by what the device has cached already. The kernel lists later, but its flush
      // takes the lock of the bonds.
      final boolean becomesSvaMm = data.domains == null && rules.listsSvaMms();
      if (becomesSvaMm) {
        svaMms.add(data);
      }
      error = attachNewDomain(cpu, mm, device, bond);
      if (error != 0) {
        if (becomesSvaMm) {
          svaMms.remove(data);
        }
        data.giveBack(bond);
        return error;
      }
      final SvaDomain domain = bond.attachment.domain;
      domain.nextDomain = data.domains;
      data.domains = domain;
    }
    cpu.bond(bond);
    return 0;
  }

  private SvaBond existingBond(IommuMm data, Device device) {
    if (rules.sharing() == Sharing.SHARED_WITHOUT_REUSE) {
      return null;
    }
    final GroupAttachment slot = data.attachments.find(device.group());
    if (slot == null) {
      return null;
    }
    if (rules.sharing() == Sharing.SHARED_HANDLE_BY_DEVICE && slot.bond.device != device) {
      return null;
    }
    return slot.bond;
  }

  private int attachNewDomain(Cpu cpu, Mm mm, Device device, SvaBond bond) {
    int error = driver.checkAllocation(device);
    if (error != 0) {
      return error;
    }
    final SvaDomain domain = driver.allocateDomain(cpu, device, mm);
    if (domain == null) {
      return Errno.ENOMEM;
    }
    domain.mm = mm;
    domain.users = 1;
    domain.nextDomain = null;
    mm.pin();
    error = groups.attach(cpu, domain, mm, device, bond);
    if (error != 0) {
      driver.freeDomain(cpu, domain);
      mm.unpin();
    }
    return error;
  }

  /**
   * Drops one reference of a handle ({@code iommu_sva_unbind_device}). The last one detaches the
   * device's group, the last handle of a domain frees it, the last domain of an exited mm ends it.
   *
   * @param cpu the calling thread's CPU
   * @param handle a handle with users
   * @return whether the mm is dead now; its PASID is free then
   */
  public boolean unbind(Cpu cpu, Bond handle) {
    final SvaBond bond = (SvaBond) handle;
    final Mm mm = bond.mm;
    final IommuMm data = IommuMm.of(mm);
    final SpinLock lock = data.lock;
    lock.lock();
    if (rules.sharing() == Sharing.PER_GROUP) {
      unbindPerGroup(cpu, data, mm, bond);
    } else if (--bond.users == 0) {
      unbindShared(cpu, data, mm, bond);
    }
    final boolean ends = mm.dead();
    if (ends) {
      end(mm);
    }
    lock.unlock();
    return ends;
  }

  private void unbindPerGroup(Cpu cpu, IommuMm data, Mm mm, SvaBond bond) {
    final GroupAttachment slot = bond.attachment;
    final SvaDomain domain = slot.domain;
    if (--domain.users == 0) {
      groups.detach(cpu, mm, slot);
      driver.freeDomain(cpu, domain);
      mm.unpin();
    }
    data.giveBack(bond);
  }

  private void unbindShared(Cpu cpu, IommuMm data, Mm mm, SvaBond bond) {
    final GroupAttachment slot = bond.attachment;
    final SvaDomain domain = slot.domain;
    groups.detach(cpu, mm, slot);
    if (--domain.users == 0) {
      unlink(data, domain);
      if (data.domains == null && rules.listsSvaMms()) {
        svaMms.remove(data);
      }
      driver.freeDomain(cpu, domain);
      mm.unpin();
    }
    data.giveBack(bond);
  }

  private static void unlink(IommuMm data, SvaDomain domain) {
    if (data.domains == domain) {
      data.domains = domain.nextDomain;
      return;
    }
    SvaDomain preceding = data.domains;
    while (preceding.nextDomain != domain) {
      preceding = preceding.nextDomain;
    }
    preceding.nextDomain = domain.nextDomain;
  }

  /**
   * The process ends ({@code exit_mmap}): every subscription is released and removed, and
   * notifications that were under way have returned when this returns. Handles stay valid.
   *
   * @param cpu the calling thread's CPU
   * @param mm an mm that has not exited
   * @return whether the mm is dead already because nothing was bound; its PASID is free then
   */
  public boolean exit(Cpu cpu, Mm mm) {
    final SpinLock lock = IommuMm.of(mm).lock;
    lock.lock();
    mm.releaseSubscriptions(cpu);
    lock.unlock();
    sections.synchronize(mm);
    lock.lock();
    mm.exit();
    final boolean ends = mm.dead();
    if (ends) {
      end(mm);
    }
    lock.unlock();
    return ends;
  }

  private void end(Mm mm) {
    final int pasid = mm.pasid();
    if (pasid != Pasid.INVALID) {
      mm.pasid(Pasid.INVALID);
      pasids.release(pasid);
    }
  }

  /**
   * Flushes a range of kernel addresses from every mm with domains, newest mm first ({@code
   * iommu_sva_invalidate_kva_range}, v6.19 on); does nothing in generations without that list.
   *
   * @param cpu the calling thread's CPU
   * @param start first byte
   * @param end exclusive; -1 for the end of the address space
   */
  public void invalidateKernelRange(Cpu cpu, long start, long end) {
    svaMms.invalidate(cpu, start, end);
  }

  /**
   * The space of PASIDs; for its occupancy.
   *
   * @return never null
   */
  public PasidAllocator pasids() {
    return pasids;
  }

  /**
   * The domain a handle belongs to.
   *
   * @param handle a handle with users
   * @return its domain
   */
  public static SvaDomain domainOf(Bond handle) {
    return ((SvaBond) handle).attachment.domain;
  }

  /**
   * The domain attached to the mm's PASID in a group.
   *
   * @param mm the mm
   * @param group the group
   * @return the domain, or null
   */
  public static SvaDomain domainIn(Mm mm, IommuGroup group) {
    final GroupAttachment slot = IommuMm.of(mm).attachments.find(group);
    return slot == null ? null : slot.domain;
  }
}
