package org.svabench.model.sva;

import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Errno;
import org.svabench.model.mm.Mm;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.IommuGroup;

/**
 * Attaches a domain to a PASID of a whole group, or to none of it ({@code
 * iommu_attach_device_pasid}, drivers/iommu/iommu.c). Under the lock of the mm's bonds.
 */
final class GroupAttach {
  private final AttachRules rules;
  private final SvaDriver driver;

  GroupAttach(AttachRules rules, SvaDriver driver) {
    this.rules = rules;
    this.driver = driver;
  }

  /**
   * Attaches every device of the group, in group order; undoes what was attached where one fails.
   *
   * @param bond the handle to store in the slot, or null in the generations that store the domain
   * @return 0 or an error
   */
  int attach(Cpu cpu, SvaDomain domain, Mm mm, Device device, SvaBond bond) {
    final IommuGroup group = device.group();
    final IommuMm data = IommuMm.of(mm);
    if (!rules.admits(group, mm.pasid())) {
      return Errno.EINVAL;
    }
    if (data.attachments.find(group) != null) {
      return Errno.EBUSY;
    }
    if (cpu.allocationFails()) {
      return Errno.ENOMEM;
    }
    final GroupAttachment slot = data.takeSlot();
    slot.reset(group, domain);
    slot.bond = bond;
    data.attachments.insert(slot);
    for (int i = 0; i < group.size(); i++) {
      final Device member = group.device(i);
      if (rules.skips(member)) {
        continue;
      }
      int error = cpu.attachFails();
      if (error == 0) {
        error = driver.attach(cpu, domain, member, slot);
      }
      if (error != 0) {
        detachDevices(cpu, slot, i);
        data.attachments.remove(slot);
        data.giveBack(slot);
        return error;
      }
    }
    if (bond != null) {
      bond.attachment = slot;
    }
    return 0;
  }

  void detach(Cpu cpu, Mm mm, GroupAttachment slot) {
    final IommuMm data = IommuMm.of(mm);
    detachDevices(cpu, slot, slot.group.size());
    data.attachments.remove(slot);
    data.giveBack(slot);
  }

  private void detachDevices(Cpu cpu, GroupAttachment slot, int count) {
    for (int i = 0; i < count; i++) {
      final Device member = slot.group.device(i);
      if (!rules.skips(member)) {
        driver.detach(cpu, slot.domain, member, slot);
      }
    }
  }
}
