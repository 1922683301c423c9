package org.svabench.model.mm;

/**
 * The unused objects of one kind of one mm, oldest first, each reusable once its grace period has
 * passed. An mm keeps what it once needed, so a machine in its steady state allocates nothing, and
 * binders of different mms share no pool.
 *
 * <p>Legal callers: whoever holds the lock under which the mm's bonds change. Wait-free.
 *
 * @param <T> the kind of object
 */
public final class Pool<T extends Pooled> {
  private Pooled oldest;
  private Pooled newest;
  private int size;

  /** Creates an empty pool. */
  public Pool() {}

  /**
   * Takes an object that no notification can still see.
   *
   * @param graces the grace periods of the mm
   * @return an object, or null where none may be reused yet: the caller then makes one
   */
  @SuppressWarnings("unchecked")
  public T take(GracePeriods graces) {
    final Pooled head = oldest;
    if (head == null || !graces.passed(head.stamp)) {
      return null;
    }
    oldest = head.nextPooled;
    if (oldest == null) {
      newest = null;
    }
    head.nextPooled = null;
    size--;
    return (T) head;
  }

  /**
   * Puts back an object that notifications may still be reading.
   *
   * @param object an object that was unlinked before this call
   * @param graces the grace periods of the mm
   */
  public void retire(T object, GracePeriods graces) {
    append(object, graces.stamp());
  }

  /**
   * Puts back an object that no notification ever saw, for use at once.
   *
   * @param object the object
   */
  public void giveBack(T object) {
    append(object, 0);
  }

  private void append(Pooled object, long stamp) {
    object.stamp = stamp;
    object.nextPooled = null;
    if (newest == null) {
      oldest = object;
    } else {
      newest.nextPooled = object;
    }
    newest = object;
    size++;
  }

  /**
   * Objects in the pool, those whose grace period is not over included.
   *
   * @return 0 or above
   */
  public int size() {
    return size;
  }
}
