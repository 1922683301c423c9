package org.svabench.model.reference;

import java.util.List;

/**
 * Everything that can be seen of an operation; -1 where a field says nothing.
 *
 * @param rc 0 or an error number
 * @param handle number of the handle, counted from 0 as handles come into being
 * @param existing whether a bind returned a handle that was there before
 * @param handleUsers references on the handle afterwards
 * @param handleDevice index of the device stored in the handle
 * @param domain position of the handle's domain in {@code domains}
 * @param pasid the mm's PASID afterwards, -1 for none
 * @param domains the mm's domains afterwards
 * @param mmFreed whether the mm's last reference is gone
 * @param submissions what was handed to the queues
 */
record Outcome(
    int rc,
    int handle,
    boolean existing,
    int handleUsers,
    int handleDevice,
    int domain,
    int pasid,
    List<DomainUsers> domains,
    boolean mmFreed,
    List<Submission> submissions) {
  /**
   * A domain as it is listed.
   *
   * @param group its group, -1 where domains are shared
   * @param users its users count
   */
  record DomainUsers(int group, int users) {}

  /** Of an operation of which only the commands can be seen. */
  static Outcome commands(List<Submission> submissions) {
    return new Outcome(0, -1, false, -1, -1, -1, -1, List.of(), false, submissions);
  }
}
