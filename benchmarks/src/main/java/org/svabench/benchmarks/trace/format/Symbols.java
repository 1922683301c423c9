package org.svabench.benchmarks.trace.format;

import org.svabench.benchmarks.trace.call.Abi;
import org.svabench.benchmarks.trace.text.Flags;

/** The names that tracers print for the flags that matter here. */
final class Symbols {
  static final Flags PROTECTION =
      new Flags("PROT_").with("NONE", 0).with("READ", 1).with("WRITE", 2).with("EXEC", 4);

  static final Flags MAP =
      new Flags("MAP_")
          .with("SHARED", Abi.MAP_SHARED)
          .with("PRIVATE", 2)
          .with("SHARED_VALIDATE", 3)
          .with("FIXED", Abi.MAP_FIXED)
          .with("ANONYMOUS", Abi.MAP_ANONYMOUS)
          .with("ANON", Abi.MAP_ANONYMOUS)
          .with("HUGETLB", Abi.MAP_HUGETLB)
          .with("FIXED_NOREPLACE", Abi.MAP_FIXED_NOREPLACE);

  static final Flags MREMAP =
      new Flags("MREMAP_")
          .with("MAYMOVE", Abi.MREMAP_MAYMOVE)
          .with("FIXED", Abi.MREMAP_FIXED)
          .with("DONTUNMAP", Abi.MREMAP_DONTUNMAP);

  static final Flags CLONE =
      new Flags("CLONE_")
          .with("VM", Abi.CLONE_VM)
          .with("FILES", Abi.CLONE_FILES)
          .with("THREAD", Abi.CLONE_THREAD);

  static final Flags FALLOCATE =
      new Flags("FALLOC_FL_")
          .with("KEEP_SIZE", 1)
          .with("PUNCH_HOLE", Abi.FALLOC_PUNCH_HOLE)
          .with("COLLAPSE_RANGE", 8)
          .with("ZERO_RANGE", 16)
          .with("INSERT_RANGE", 32)
          .with("UNSHARE_RANGE", 64);

  static final Flags ADVICE =
      new Flags("MADV_")
          .with("NORMAL", 0)
          .with("DONTNEED", Abi.MADV_DONTNEED)
          .with("FREE", Abi.MADV_FREE)
          .with("REMOVE", Abi.MADV_REMOVE)
          .with("UNMERGEABLE", Abi.MADV_UNMERGEABLE)
          .with("COLD", Abi.MADV_COLD)
          .with("PAGEOUT", Abi.MADV_PAGEOUT)
          .with("DONTNEED_LOCKED", Abi.MADV_DONTNEED_LOCKED)
          .with("COLLAPSE", Abi.MADV_COLLAPSE)
          .with("GUARD_INSTALL", Abi.MADV_GUARD_INSTALL);

  private Symbols() {}
}
