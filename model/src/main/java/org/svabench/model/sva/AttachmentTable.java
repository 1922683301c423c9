package org.svabench.model.sva;

import org.svabench.model.topology.IommuGroup;

/**
 * The slots of one mm's PASID by group: the same answer as looking the PASID up in each group's
 * array, because a PASID belongs to one mm. Hashed by group index; grows fourfold when chains pass
 * four on average and keeps its size, so a lookup touches a few slots whatever is bound. Under the
 * lock of the bonds.
 */
final class AttachmentTable {
  private static final int INITIAL_BUCKETS = 1;
  private static final int CHAIN_LENGTH = 4;

  private GroupAttachment[] buckets = new GroupAttachment[INITIAL_BUCKETS];
  private int size;

  GroupAttachment find(IommuGroup group) {
    GroupAttachment at = buckets[group.index() & buckets.length - 1];
    while (at != null && at.group != group) {
      at = at.nextInBucket;
    }
    return at;
  }

  void insert(GroupAttachment attachment) {
    if (++size > buckets.length * CHAIN_LENGTH) {
      grow();
    }
    push(attachment);
  }

  void remove(GroupAttachment attachment) {
    final int bucket = attachment.group.index() & buckets.length - 1;
    if (buckets[bucket] == attachment) {
      buckets[bucket] = attachment.nextInBucket;
    } else {
      GroupAttachment preceding = buckets[bucket];
      while (preceding.nextInBucket != attachment) {
        preceding = preceding.nextInBucket;
      }
      preceding.nextInBucket = attachment.nextInBucket;
    }
    size--;
  }

  private void push(GroupAttachment attachment) {
    final int bucket = attachment.group.index() & buckets.length - 1;
    attachment.nextInBucket = buckets[bucket];
    buckets[bucket] = attachment;
  }

  private void grow() {
    final GroupAttachment[] before = buckets;
    buckets = new GroupAttachment[before.length * 4];
    for (GroupAttachment head : before) {
      GroupAttachment at = head;
      while (at != null) {
        final GroupAttachment following = at.nextInBucket;
        push(at);
        at = following;
      }
    }
  }
}
