package org.svabench.model.sva;

import org.svabench.model.fanout.BoundDevice;
import org.svabench.model.mm.Pooled;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.IommuGroup;

/**
 * The slot of one PASID in one group's {@code pasid_array}: the domain attached there, the handle
 * stored there in the generations that store one, and the devices it was attached to.
 */
public final class GroupAttachment extends Pooled {
  IommuGroup group;
  SvaDomain domain;
  SvaBond bond;
  GroupAttachment nextInBucket;
  private BoundDevice devices;

  GroupAttachment() {}

  void reset(IommuGroup newGroup, SvaDomain newDomain) {
    group = newGroup;
    domain = newDomain;
    bond = null;
    devices = null;
  }

  /**
   * Notes that a device of the group was attached; for drivers.
   *
   * @param bound the device's record
   */
  public void add(BoundDevice bound) {
    bound.nextInGroup(devices);
    devices = bound;
  }

  /**
   * Takes a device's record out; for drivers.
   *
   * @param device a device of the group
   * @return its record, or null where the device was not attached
   */
  public BoundDevice remove(Device device) {
    BoundDevice preceding = null;
    for (BoundDevice at = devices; at != null; at = at.nextInGroup()) {
      if (at.device() == device) {
        if (preceding == null) {
          devices = at.nextInGroup();
        } else {
          preceding.nextInGroup(at.nextInGroup());
        }
        return at;
      }
      preceding = at;
    }
    return null;
  }
}
