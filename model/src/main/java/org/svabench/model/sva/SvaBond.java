package org.svabench.model.sva;

import org.svabench.model.mm.Bond;
import org.svabench.model.mm.Mm;
import org.svabench.model.topology.Device;

/** A handle with the slot it belongs to. Changed under the lock of the bonds. */
final class SvaBond extends Bond {
  Device device;
  Mm mm;
  GroupAttachment attachment;
  int users;

  void reset(Device newDevice, Mm newMm, GroupAttachment newAttachment) {
    device = newDevice;
    mm = newMm;
    attachment = newAttachment;
    users = 1;
  }

  @Override
  public Device device() {
    return device;
  }

  @Override
  public Mm mm() {
    return mm;
  }

  @Override
  public int users() {
    return users;
  }
}
