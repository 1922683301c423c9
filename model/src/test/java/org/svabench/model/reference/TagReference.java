package org.svabench.model.reference;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.svabench.model.Quirk;
import org.svabench.model.mm.Errno;
import org.svabench.model.reference.Generation.Flush;
import org.svabench.model.reference.ReferenceMm.Domain;
import org.svabench.model.reference.ReferenceMm.Notifier;
import org.svabench.model.reference.ReferenceMm.Tag;
import org.svabench.model.topology.Device;

/** From v6.10: each domain is a subscription with a list of the caches behind it. */
final class TagReference extends VtdReference {
  private static final int BATCH = 16;

  private final List<Words> batch = new ArrayList<>();
  private int batchIommu;

  TagReference(Generation generation, Set<Quirk> quirks, Steps steps, Wire wire) {
    super(generation, quirks, steps, wire);
  }

  @Override
  boolean tellsDeviceTlbInCachingMode() {
    return true;
  }

  @Override
  Domain allocate(ReferenceMm mm, Device device) {
    boolean noDomain = steps.allocationFails();
    if (noDomain) {
      return null;
    }
    boolean notRegistered = steps.allocationFails();
    if (notRegistered) {
      return null;
    }
    Domain domain = new Domain(mm, device.iommu().compatibilityClass());
    mm.notifiers.addFirst(domain);
    return domain;
  }

  @Override
  void free(Domain domain) {
    domain.mm.notifiers.remove(domain);
  }

  @Override
  int attach(Domain domain, Device device) {
    int error = checkAttach(domain, device);
    if (error != 0) {
      return error;
    }
    boolean noRecord = steps.allocationFails();
    if (noRecord) {
      return Errno.ENOMEM;
    }
    if (generation.flush() != Flush.TAGS && !domain.hasBatch) {
      if (steps.allocationFails()) {
        return Errno.ENOMEM;
      }
      domain.hasBatch = true;
    }
    if (!assign(domain, device.iommu().index(), null)) {
      return Errno.ENOMEM;
    }
    if (device.ats() && !assign(domain, device.iommu().index(), device)) {
      unassign(domain, device.iommu().index(), null);
      return Errno.ENOMEM;
    }
    domain.devices.addFirst(device);
    error = program(domain.mm, device);
    if (error != 0) {
      unlink(domain, device);
    }
    return error;
  }

  private boolean assign(Domain domain, int iommu, Device device) {
    boolean noTag = steps.allocationFails();
    if (noTag) {
      return false;
    }
    int behindLastOfIommu = 0;
    for (int i = 0; i < domain.tags.size(); i++) {
      Tag tag = domain.tags.get(i);
      if (tag.iommu == iommu && tag.device == device) {
        tag.users++;
        return true;
      }
      if (tag.iommu == iommu) {
        behindLastOfIommu = i + 1;
      }
    }
    boolean grouped = generation.flush() == Flush.TAGS_BATCHED_GROUPED;
    int position = grouped ? behindLastOfIommu : domain.tags.size();
    domain.tags.add(position, new Tag(iommu, device));
    return true;
  }

  private static void unassign(Domain domain, int iommu, Device device) {
    for (Iterator<Tag> tags = domain.tags.iterator(); tags.hasNext(); ) {
      Tag tag = tags.next();
      if (tag.iommu == iommu && tag.device == device) {
        if (--tag.users == 0) {
          tags.remove();
        }
        return;
      }
    }
    throw new IllegalStateException("no tag of " + iommu + " " + device);
  }

  private static void unlink(Domain domain, Device device) {
    domain.devices.remove(device);
    unassign(domain, device.iommu().index(), null);
    if (device.ats()) {
      unassign(domain, device.iommu().index(), device);
    }
  }

  @Override
  void detach(Domain domain, Device device) {
    tearDown(domain.mm, device);
    drain(domain.mm, device);
    unlink(domain, device);
  }

  @Override
  void notify(ReferenceMm mm, Notifier notifier, long start, long end) {
    boolean full = isEverything(start, end);
    Block block = full ? Block.EVERYTHING : Block.covering(start, end);
    // An order-52 range takes the page-selective form before v7.1.
    boolean wholePasid = full || generation.checksEligibility() && block.order() == 52;
    for (Tag tag : ((Domain) notifier).tags) {
      if (tag.device == null) {
        if (quirks.contains(Quirk.NON_PASID_IOTLB)) {
          add(tag.iommu, Words.iotlbOfAllPasids(block));
        } else {
          add(tag.iommu, wholePasid ? Words.wholeIotlb(mm.pasid) : Words.iotlb(mm.pasid, block));
        }
      } else {
        int sourceId = tag.device.sourceId();
        Words command =
            full && quirks.contains(Quirk.DEVICE_WIDE_FULL_FLUSH)
                ? Words.wholeDeviceTlbOfAllPasids(sourceId)
                : Words.deviceTlb(mm.pasid, sourceId, block);
        add(tag.iommu, command);
        if (tag.device.extraDeviceTlbFlush()) {
          add(tag.iommu, command);
        }
      }
    }
    submitBatch();
  }

  private void add(int iommu, Words command) {
    if (iommu != batchIommu) {
      submitBatch();
      batchIommu = iommu;
    }
    batch.add(command);
    if (batch.size() == (generation.flush() == Flush.TAGS ? 1 : BATCH)) {
      submitBatch();
    }
  }

  private void submitBatch() {
    if (!batch.isEmpty()) {
      wire.submit(batchIommu, batch.toArray(new Words[0]));
      batch.clear();
    }
  }
}
