package org.svabench.model.sva;

import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;
import org.svabench.model.queue.CommandRing;
import org.svabench.model.topology.Device;

/**
 * What a driver does for the core. Every method is called under the lock of the mm's bonds; a
 * failing one returns an error of {@link org.svabench.model.mm.Errno} and has changed nothing.
 */
public abstract class SvaDriver {
  /** For the drivers. */
  protected SvaDriver() {}

  /**
   * The command rings, by IOMMU index.
   *
   * @return never null
   */
  public abstract CommandRing[] rings();

  /**
   * Makes the scratch space of one CPU.
   *
   * @return what {@link Cpu#scratch} will return
   */
  public abstract Object newScratch();

  /**
   * Whether notifications also reach a device whose bind or unbind is under way: from before its
   * PASID entry is written until the commands of its tear-down have completed.
   *
   * @return false in the generations that list a device after its entry is live, or take it off the
   *     list before its tear-down
   */
  public boolean coversTransitions() {
    return true;
  }

  /**
   * Whether a notification keeps the others of its mm out until its last wait has completed.
   *
   * @return true where the domain's lock is held, interrupts off, over every wait
   */
  public boolean notificationsExclude() {
    return false;
  }

  /**
   * Whether a domain can be allocated for a device at all.
   *
   * @param device the device that is bound
   * @return 0 or an error
   */
  public abstract int checkAllocation(Device device);

  /**
   * Allocates a domain, registered with the mm where the driver's domain is the notifier.
   *
   * @param cpu the calling thread's CPU
   * @param device the device that is bound
   * @param mm the mm
   * @return the domain, or null where memory ran out
   */
  public abstract SvaDomain allocateDomain(Cpu cpu, Device device, Mm mm);

  /**
   * Sets a domain on one device: bookkeeping, fan-out index, PASID entry.
   *
   * @param cpu the calling thread's CPU
   * @param domain the domain
   * @param device the device
   * @param attachment the group's slot, to which the driver adds its record
   * @return 0 or an error
   */
  public abstract int attach(Cpu cpu, SvaDomain domain, Device device, GroupAttachment attachment);

  /**
   * Removes a domain from one device, with the commands that takes.
   *
   * @param cpu the calling thread's CPU
   * @param domain the domain
   * @param device a device that is attached
   * @param attachment the group's slot
   */
  public abstract void detach(Cpu cpu, SvaDomain domain, Device device, GroupAttachment attachment);

  /**
   * Frees a domain that no device uses.
   *
   * @param cpu the calling thread's CPU
   * @param domain the domain
   */
  public abstract void freeDomain(Cpu cpu, SvaDomain domain);
}
