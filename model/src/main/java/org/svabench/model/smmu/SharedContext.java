package org.svabench.model.smmu;

/**
 * What an mm's RID-domain notifiers share: the CPUs' ASID of the mm, pinned as long as there is
 * one, and the notifiers by RID domain, hashed so that a bind looks at a few of them whatever is
 * bound. Under the lock of the mm's bonds.
 */
final class SharedContext {
  private static final int INITIAL_BUCKETS = 4;
  private static final int CHAIN_LENGTH = 4;

  private RidNotifier[] buckets = new RidNotifier[INITIAL_BUCKETS];
  private int size;
  private int asid;

  /** Pins an ASID where there is none; false where none is left. */
  boolean pin(Asids asids) {
    if (size == 0) {
      asid = asids.allocate();
    }
    return asid > 0;
  }

  /** Unpins the ASID where no notifier is left. */
  void unpin(Asids asids) {
    if (size == 0) {
      asids.release(asid);
    }
  }

  int asid() {
    return asid;
  }

  RidNotifier find(RidDomain domain) {
    RidNotifier at = buckets[domain.index & buckets.length - 1];
    while (at != null && at.domain != domain) {
      at = at.nextInBucket;
    }
    return at;
  }

  void insert(RidNotifier notifier) {
    if (++size > buckets.length * CHAIN_LENGTH) {
      grow();
    }
    push(notifier);
  }

  void remove(RidNotifier notifier) {
    final int bucket = notifier.domain.index & buckets.length - 1;
    if (buckets[bucket] == notifier) {
      buckets[bucket] = notifier.nextInBucket;
    } else {
      RidNotifier preceding = buckets[bucket];
      while (preceding.nextInBucket != notifier) {
        preceding = preceding.nextInBucket;
      }
      preceding.nextInBucket = notifier.nextInBucket;
    }
    size--;
  }

  private void push(RidNotifier notifier) {
    final int bucket = notifier.domain.index & buckets.length - 1;
    notifier.nextInBucket = buckets[bucket];
    buckets[bucket] = notifier;
  }

  private void grow() {
    final RidNotifier[] before = buckets;
    buckets = new RidNotifier[before.length * 4];
    for (RidNotifier head : before) {
      RidNotifier at = head;
      while (at != null) {
        final RidNotifier following = at.nextInBucket;
        push(at);
        at = following;
      }
    }
  }
}
