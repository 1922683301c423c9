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
  /** The newest object; from it a ring leads to the oldest and back. Null where there is none. */
  private Pooled newest;

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
    final Pooled last = newest;
    if (last == null) {
      return null;
    }
    // For the newest too, so that its grace period is over by the time it has become the oldest:
    // begun only then, it would find the next notification in flight, and the caller would make one
    // object more each time round.
    graces.moveOn(last.stamp);
    final Pooled oldest = last.nextPooled;
    if (!graces.passed(oldest.stamp)) {
      return null;
    }
    if (oldest == last) {
      newest = null;
    } else {
      last.nextPooled = oldest.nextPooled;
    }
    oldest.nextPooled = null;
    return (T) oldest;
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
    final Pooled last = newest;
    if (last == null) {
      object.nextPooled = object;
    } else {
      object.nextPooled = last.nextPooled;
      last.nextPooled = object;
    }
    newest = object;
  }

  /**
   * Objects in the pool, those whose grace period is not over included; counts them.
   *
   * @return 0 or above
   */
  public int size() {
    int size = 0;
    for (Pooled at = newest; at != null; at = at.nextPooled == newest ? null : at.nextPooled) {
      size++;
    }
    return size;
  }
}
