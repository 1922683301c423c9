package org.svabench.model.sva;

import org.svabench.model.fanout.BoundDevice;
import org.svabench.model.fanout.TagPool;
import org.svabench.model.lock.SpinLock;
import org.svabench.model.mm.GracePeriods;
import org.svabench.model.mm.IommuMmData;
import org.svabench.model.mm.Mm;
import org.svabench.model.mm.Notifier;
import org.svabench.model.mm.Pool;

/**
 * What the core keeps per mm: the domain list, newest first ({@code iommu_mm->sva_domains}), the
 * slots by group, and the mm's pools. Everything changes under {@link #lock}.
 */
public final class IommuMm extends IommuMmData {
  final SpinLock lock;
  final AttachmentTable attachments = new AttachmentTable();
  SvaDomain domains;

  /** Links of the list of SVA mms (v7.1). */
  IommuMm nextSvaMm;

  IommuMm previousSvaMm;
  final Mm mm;

  private final GracePeriods graces;
  private final TagPool tags;
  private final Pool<SvaBond> bonds = new Pool<>();
  private final Pool<GroupAttachment> slots = new Pool<>();
  private final Pool<SvaDomain> domainPool = new Pool<>();
  private final Pool<BoundDevice> boundDevices = new Pool<>();

  /** Made when the first notifier is taken, since most drivers' domains are the notifiers. */
  private Pool<Notifier> notifiers;

  private Notifier notifier;
  private Object driverData;
  private int inUse;

  IommuMm(Mm mm, SpinLock lock, GracePeriods graces) {
    this.mm = mm;
    this.lock = lock;
    this.graces = graces;
    this.tags = new TagPool(graces);
  }

  /**
   * The core's data of an mm.
   *
   * @param mm an mm of a machine
   * @return its data
   */
  public static IommuMm of(Mm mm) {
    return (IommuMm) mm.iommuData();
  }

  SvaBond takeBond() {
    final SvaBond bond = bonds.take(graces);
    inUse++;
    return bond == null ? new SvaBond() : bond;
  }

  void giveBack(SvaBond bond) {
    inUse--;
    bond.users = 0;
    bonds.giveBack(bond);
  }

  GroupAttachment takeSlot() {
    final GroupAttachment slot = slots.take(graces);
    inUse++;
    return slot == null ? new GroupAttachment() : slot;
  }

  void giveBack(GroupAttachment slot) {
    inUse--;
    slots.giveBack(slot);
  }

  /**
   * A domain of an earlier life of this mm; for drivers.
   *
   * @return a domain, or null where the driver must make one
   */
  public SvaDomain takeDomain() {
    inUse++;
    return domainPool.take(graces);
  }

  /**
   * Keeps a domain that is no longer used; for drivers.
   *
   * @param domain a domain that was unregistered before
   */
  public void retire(SvaDomain domain) {
    inUse--;
    domainPool.retire(domain, graces);
  }

  /**
   * A record for a device to attach; for drivers.
   *
   * @return a record that no notification can see
   */
  public BoundDevice takeBoundDevice() {
    final BoundDevice bound = boundDevices.take(graces);
    inUse++;
    return bound == null ? new BoundDevice() : bound;
  }

  /**
   * Keeps a record that is no longer used; for drivers.
   *
   * @param bound a record that was unlinked before
   */
  public void retire(BoundDevice bound) {
    inUse--;
    boundDevices.retire(bound, graces);
  }

  /**
   * A notifier of an earlier life, for drivers whose domain is not the notifier.
   *
   * @return a notifier, or null where the driver must make one
   */
  public Notifier takeNotifier() {
    if (notifiers == null) {
      notifiers = new Pool<>();
    }
    inUse++;
    return notifiers.take(graces);
  }

  /**
   * Keeps a notifier that is no longer used; for drivers whose domain is not the notifier.
   *
   * @param unused a notifier that was unregistered before
   */
  public void retire(Notifier unused) {
    inUse--;
    notifiers.retire(unused, graces);
  }

  /**
   * The mm's one notifier, for drivers that keep one per mm.
   *
   * @return null where there is none
   */
  public Notifier notifier() {
    return notifier;
  }

  /**
   * Sets the mm's one notifier.
   *
   * @param value the notifier or null
   */
  public void notifier(Notifier value) {
    notifier = value;
  }

  /**
   * What a driver that needs more than a notifier keeps per mm, from the mm's first bind on.
   *
   * @return null before the driver has set it
   */
  public Object driverData() {
    return driverData;
  }

  /**
   * Sets what a driver keeps per mm.
   *
   * @param value the driver's own
   */
  public void driverData(Object value) {
    driverData = value;
  }

  /**
   * The grace periods of the mm, for drivers with pools of their own.
   *
   * @return never null
   */
  public GracePeriods graces() {
    return graces;
  }

  /**
   * Waits until every notification of the mm that has begun before this call has ended; for
   * drivers.
   */
  public void awaitNotifications() {
    graces.awaitNotifications();
  }

  /**
   * The mm's unused cache tags.
   *
   * @return never null
   */
  public TagPool tags() {
    return tags;
  }

  /**
   * The newest domain of the mm; {@link SvaDomain#nextDomain} leads to the older ones. In per-group
   * designs domains are on no list.
   *
   * @return null where there is none
   */
  public SvaDomain firstDomain() {
    return domains;
  }

  /**
   * Objects taken from this mm's pools and not yet returned: 0 once nothing is bound.
   *
   * @return 0 or above
   */
  public int objectsInUse() {
    return inUse + tags.inUse();
  }
}
