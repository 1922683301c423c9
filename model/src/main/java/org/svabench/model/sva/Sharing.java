package org.svabench.model.sva;

/** How domains are shared between the devices of an mm, and what a repeated bind returns. */
public enum Sharing {
  /** One domain per group; every bind makes a new handle (v6.6). */
  PER_GROUP,
  /** One domain per mm and compatible set; a repeated bind fails with -EBUSY (v6.8-rc). */
  SHARED_WITHOUT_REUSE,
  /** Shared; a repeated bind of the same device returns its handle (v6.8 to v6.10). */
  SHARED_HANDLE_BY_DEVICE,
  /** Shared; a repeated bind of any device of the group returns the group's handle (from v6.11). */
  SHARED_HANDLE_BY_GROUP
}
