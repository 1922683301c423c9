package org.svabench.model.sva;

import org.svabench.model.topology.Device;
import org.svabench.model.topology.IommuGroup;

/** What the group attach checks before it takes the PASID's slot (drivers/iommu/iommu.c). */
public enum AttachRules {
  /** Nothing (v6.6 and v6.8-rc). */
  NONE,
  /** No device of the group may be short of PASIDs, one without any included (v6.9). */
  EVERY_DEVICE_NEEDS_THE_PASID,
  /** As before, but devices without any PASID are left out of the attach (from v6.12). */
  DEVICES_WITHOUT_PASIDS_ARE_SKIPPED;

  boolean admits(IommuGroup group, int pasid) {
    if (this == NONE) {
      return true;
    }
    for (int i = 0; i < group.size(); i++) {
      final Device device = group.device(i);
      if (!skips(device) && pasid >= device.maxPasids()) {
        return false;
      }
    }
    return true;
  }

  boolean skips(Device device) {
    return this == DEVICES_WITHOUT_PASIDS_ARE_SKIPPED && device.maxPasids() == 0;
  }
}
