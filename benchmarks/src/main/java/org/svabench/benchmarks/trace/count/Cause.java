package org.svabench.benchmarks.trace.count;

/** What made the kernel notify. */
public enum Cause {
  /** {@code munmap}. */
  MUNMAP("munmap"),
  /** {@code mmap(MAP_FIXED)} over a mapping. */
  MMAP_FIXED("mmap over a mapping"),
  /** {@code mremap} that moved or shrank. */
  MREMAP("mremap"),
  /** {@code mprotect} that removed rights. */
  MPROTECT("mprotect"),
  /** {@code madvise(MADV_DONTNEED)}, {@code MADV_FREE}, {@code MADV_REMOVE}. */
  MADVISE("madvise"),
  /** {@code brk} that shrank the heap. */
  BRK("brk shrink"),
  /** A hole punched in a mapped file. */
  PUNCH_HOLE("punched hole"),
  /** {@code shmdt}. */
  SHMDT("shmdt"),
  /** A fork write-protects the whole parent. */
  FORK("fork"),
  /** A flush event of the kernel, whatever made it. */
  FLUSH("tlb flush");

  private final String label;

  Cause(String label) {
    this.label = label;
  }

  /**
   * The words used in tables.
   *
   * @return the label
   */
  public String label() {
    return label;
  }
}
