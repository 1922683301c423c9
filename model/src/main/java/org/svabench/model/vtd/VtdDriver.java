package org.svabench.model.vtd;

import org.svabench.model.fanout.BoundDevice;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Errno;
import org.svabench.model.queue.CommandRing;
import org.svabench.model.queue.Hardware;
import org.svabench.model.sva.SvaDriver;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;

/** What all VT-d generations do alike: program and tear down PASID entries, and the descriptors. */
public abstract class VtdDriver extends SvaDriver {
  private final VtdUnits units;
  private final VtdRules rules;
  private final Hardware hardware;

  VtdDriver(Topology topology, VtdRules rules, Hardware hardware) {
    this.units = new VtdUnits(topology, hardware);
    this.rules = rules;
    this.hardware = hardware;
  }

  @Override
  public CommandRing[] rings() {
    return units.rings();
  }

  final VtdRules rules() {
    return rules;
  }

  @Override
  public Object newScratch() {
    return new VtdInvalidation(units, rules);
  }

  static VtdInvalidation scratch(Cpu cpu) {
    return (VtdInvalidation) cpu.scratch();
  }

  @Override
  public int checkAllocation(Device device) {
    if (!rules.requiresAts()) {
      return 0;
    }
    if (!device.iommu().svmCapable()) {
      return Errno.ENODEV;
    }
    return device.ats() ? 0 : Errno.EINVAL;
  }

  /** The checks of setting a domain on one device; the compatibility class comes first. */
  final int checkAttach(int domainClass, Device device) {
    if (device.iommu().compatibilityClass() != domainClass) {
      return Errno.EINVAL;
    }
    // Up to v6.16 the checks sat outside bind; a unit without first-level tables fails the set-up.
    return rules.requiresAts()
        ? checkAllocation(device)
        : device.iommu().svmCapable() ? 0 : Errno.EINVAL;
  }

  /**
   * Programs the PASID entry; costs commands in caching mode only. Fails by plan alone: a table
   * that cannot be had, an entry in use.
   */
  final int program(Cpu cpu, BoundDevice bound, int pasid) {
    final int error = cpu.attachFails();
    if (error != 0) {
      return error;
    }
    final Device device = bound.device();
    bound.present(true);
    if (hardware != null) {
      hardware.entryWritten(device.index(), pasid, Descriptor.SVA_DOMAIN_ID, pasid);
    }
    if (device.iommu().caching()) {
      final VtdInvalidation commands = scratch(cpu);
      commands.submitAlone(device, Descriptor.pasidCache(pasid), 0);
      commands.submitAlone(device, Descriptor.pasidIotlbWhole(pasid), 0);
      commands.finish();
    }
    return 0;
  }

  /**
   * Tears the PASID entry down, unless the mm's exit has done so: PASID cache, IOTLB, device TLB,
   * one submission each (drivers/iommu/intel/pasid.c).
   */
  final void tearDown(Cpu cpu, BoundDevice bound, int pasid, boolean deviceTlbInCachingMode) {
    if (!bound.present()) {
      return;
    }
    bound.present(false);
    final Device device = bound.device();
    if (hardware != null) {
      hardware.entryCleared(device.index(), pasid);
    }
    final VtdInvalidation commands = scratch(cpu);
    commands.submitAlone(device, Descriptor.pasidCache(pasid), 0);
    commands.submitAlone(device, Descriptor.pasidIotlbWhole(pasid), 0);
    if (device.ats() && (deviceTlbInCachingMode || !device.iommu().caching())) {
      commands.submitAlone(
          device,
          units.pasidDeviceTlb(device) | Descriptor.pasidField(pasid),
          Descriptor.deviceTlbAddress(0, Descriptor.WHOLE_ORDER));
    }
    commands.finish();
  }

  /** Drains the page requests of a device that is being unbound. */
  final void drain(Cpu cpu, Device device, int pasid) {
    if (device.pri()) {
      scratch(cpu).submitDrain(device, pasid);
    }
  }
}
