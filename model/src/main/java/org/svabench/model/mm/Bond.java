package org.svabench.model.mm;

import org.svabench.model.topology.Device;

/**
 * The handle of a bound device, the kernel's {@code struct iommu_sva}: what bind returns and unbind
 * takes. Reused after its last unbind; holding on to it longer is the caller's mistake, as it is in
 * the kernel.
 */
public abstract class Bond extends Pooled {
  /** For subclasses. */
  protected Bond() {}

  /**
   * The device stored in the handle: in later generations that of the group's first bind.
   *
   * @return the device
   */
  public abstract Device device();

  /**
   * The mm it binds.
   *
   * @return the mm
   */
  public abstract Mm mm();

  /**
   * References on this handle.
   *
   * @return 1 or above while bound; 0 after the last unbind
   */
  public abstract int users();
}
