package org.svabench.model.smmu;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.svabench.model.fanout.BoundDevice;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.GracePeriods;
import org.svabench.model.mm.Pool;
import org.svabench.model.queue.Hardware;
import org.svabench.model.sva.IommuMm;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;

/**
 * SMMUv3 after v7.0: a notification walks the domain's sorted array, which attaching replaces and
 * detaching punches holes into ({@code arm_smmu_domain_inv_range}). The device commands keep the
 * exact block where the TLB is told by ASID for the number of its pages, and the TLB is emptied
 * when the last device leaves, not when the domain is freed.
 */
public final class InvalidationArrayDriver extends InstanceDriver {
  /**
   * Creates the driver and its rings.
   *
   * @param topology the machine
   * @param rules the defects that are turned on
   * @param hardware what consumes the commands, or null
   */
  public InvalidationArrayDriver(Topology topology, SmmuRules rules, Hardware hardware) {
    super(topology, rules, hardware);
  }

  private static final class ArrayDomain extends Domain {
    private static final VarHandle INVALIDATIONS;

    static {
      try {
        INVALIDATIONS =
            MethodHandles.lookup()
                .findVarHandle(ArrayDomain.class, "invalidations", InvalidationArray.class);
      } catch (ReflectiveOperationException impossible) {
        throw new ExceptionInInitializerError(impossible);
      }
    }

    private final Pool<InvalidationArray> spares = new Pool<>();
    private InvalidationArray invalidations = new InvalidationArray();

    ArrayDomain(InstanceDriver driver) {
      super(driver);
    }

    @Override
    boolean add(Cpu cpu, BoundDevice bound) {
      if (cpu.allocationFails()) {
        return false;
      }
      final IommuMm data = IommuMm.of(mm());
      final GracePeriods graces = data.graces();
      InvalidationArray merged = spares.take(graces);
      if (merged == null) {
        merged = new InvalidationArray();
      }
      final InvalidationArray before = invalidations;
      final Device device = bound.device();
      merged.copy(before);
      merged.insert(asidEntry());
      if (device.ats()) {
        merged.insert(atsEntry(device));
      }
      devices().add(bound);
      INVALIDATIONS.setRelease(this, merged);
      spares.retire(before, graces);
      if (device.ats()) {
        // One in flight may walk the old array and not yet have told the TLB: from there the device
        // would fetch what nobody tells it to drop.
        data.awaitNotifications();
      }
      return true;
    }

    @Override
    void remove(SmmuCommands commands, BoundDevice bound) {
      final Device device = bound.device();
      devices().remove(bound);
      if (invalidations.users(asidEntry()) == 1) {
        // The kernel takes the entry out first, when no descriptor is left that could use the TLB.
        commands.tlbiAsid(iommu().index(), asid());
      }
      invalidations.drop(asidEntry());
      if (device.ats()) {
        invalidations.drop(atsEntry(device));
      }
      invalidations.trim();
    }

    private long asidEntry() {
      return InvalidationArray.asidEntry(iommu().index(), asid());
    }

    private long atsEntry(Device device) {
      return InvalidationArray.atsEntry(iommu().index(), device.sourceId(), pasid());
    }

    @Override
    void drain(SmmuCommands commands) {
      // The last device has left, or none came: the array is empty, and so are the caches.
    }

    @Override
    void tell(SmmuCommands commands, long start, long end) {
      ((InvalidationArray) INVALIDATIONS.getAcquire(this)).tell(commands, start, end);
    }
  }

  @Override
  Domain newDomain() {
    return new ArrayDomain(this);
  }

  /** As before, and the empty array. */
  @Override
  boolean allocationsFail(Cpu cpu) {
    return super.allocationsFail(cpu) || cpu.allocationFails();
  }
}
