package org.svabench.model.sva;

import org.svabench.model.lock.SpinLock;
import org.svabench.model.mm.Cpu;

/**
 * The mms that have SVA domains, newest first, for flushes of kernel addresses (v6.19 on, {@code
 * iommu_sva_mms}): devices may cache translations of the kernel half of every page table they walk.
 *
 * <p>Blocking; the flush holds the lock over all its notifications, as the kernel does, so it
 * delays first binds and last unbinds.
 */
final class SvaMms {
  private final SpinLock lock = new SpinLock();
  private IommuMm first;

  void add(IommuMm data) {
    lock.lock();
    data.previousSvaMm = null;
    data.nextSvaMm = first;
    if (first != null) {
      first.previousSvaMm = data;
    }
    first = data;
    lock.unlock();
  }

  void remove(IommuMm data) {
    lock.lock();
    if (data.previousSvaMm == null) {
      first = data.nextSvaMm;
    } else {
      data.previousSvaMm.nextSvaMm = data.nextSvaMm;
    }
    if (data.nextSvaMm != null) {
      data.nextSvaMm.previousSvaMm = data.previousSvaMm;
    }
    lock.unlock();
  }

  void invalidate(Cpu cpu, long start, long end) {
    lock.lock();
    for (IommuMm data = first; data != null; data = data.nextSvaMm) {
      data.mm.invalidateSecondaryTlbs(cpu, start, end);
    }
    lock.unlock();
  }
}
