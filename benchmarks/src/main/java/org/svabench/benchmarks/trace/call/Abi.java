package org.svabench.benchmarks.trace.call;

/**
 * Numbers of the Linux system call interface that decide what a call invalidates (include/uapi:
 * asm-generic/mman-common.h, linux/mman.h, linux/sched.h, linux/falloc.h; the same on x86-64 and
 * aarch64).
 */
public final class Abi {
  /** Page size that lengths are rounded to, bytes. */
  public static final long PAGE = 4096;

  /** Mask of the rights in a protection: read, write, execute. */
  public static final long PROT_RIGHTS = 7;

  /** Mapping shared with its file. */
  public static final long MAP_SHARED = 0x01;

  /** Both kinds of sharing: {@code MAP_SHARED_VALIDATE} is 3, {@code MAP_PRIVATE} 2. */
  public static final long MAP_TYPE = 0x0f;

  /** Place exactly there, over what is mapped. */
  public static final long MAP_FIXED = 0x10;

  /** Not backed by a file. */
  public static final long MAP_ANONYMOUS = 0x20;

  /** Backed by huge pages. */
  public static final long MAP_HUGETLB = 0x40000;

  /** Place exactly there, or fail where something is mapped. */
  public static final long MAP_FIXED_NOREPLACE = 0x100000;

  /** mremap may choose another address. */
  public static final long MREMAP_MAYMOVE = 1;

  /** mremap moves to the given address. */
  public static final long MREMAP_FIXED = 2;

  /** mremap leaves the old range mapped, and empty. */
  public static final long MREMAP_DONTUNMAP = 4;

  /** The new thread shares the mm. */
  public static final long CLONE_VM = 0x100;

  /** The new thread shares the table of descriptors. */
  public static final long CLONE_FILES = 0x400;

  /** The new thread belongs to the caller's process. */
  public static final long CLONE_THREAD = 0x10000;

  /** fallocate frees a range of the file. */
  public static final long FALLOC_PUNCH_HOLE = 0x02;

  /** Pages are dropped. */
  public static final int MADV_DONTNEED = 4;

  /** Pages may be dropped. */
  public static final int MADV_FREE = 8;

  /** A hole is punched in the file mapped there. */
  public static final int MADV_REMOVE = 9;

  /** As DONTNEED, locked pages included. */
  public static final int MADV_DONTNEED_LOCKED = 24;

  /** Copies made by a merger are undone. */
  public static final int MADV_UNMERGEABLE = 13;

  /** Pages age. */
  public static final int MADV_COLD = 20;

  /** Pages are reclaimed now. */
  public static final int MADV_PAGEOUT = 21;

  /** Huge pages are built now. */
  public static final int MADV_COLLAPSE = 25;

  /** Guard pages replace what was there. */
  public static final int MADV_GUARD_INSTALL = 102;

  private Abi() {}

  /**
   * Rounds a length up to pages.
   *
   * @param length bytes
   * @return bytes, a multiple of {@link #PAGE}
   */
  public static long pages(long length) {
    return length + PAGE - 1 & -PAGE;
  }
}
