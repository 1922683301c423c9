package org.svabench.benchmarks.trace.format;

import org.svabench.benchmarks.trace.call.Syscall;
import org.svabench.benchmarks.trace.count.TraceCounts;
import org.svabench.benchmarks.trace.text.Ascii;

/** The system calls that are understood, by the names that tracers print. */
final class CallNames {
  private final Syscall[] byName;

  CallNames(TraceCounts counts) {
    byName = new Syscall[128];
    add(counts, Syscall.MUNMAP, "munmap");
    add(counts, Syscall.MMAP, "mmap", "mmap2", "mmap_pgoff", "old_mmap");
    add(counts, Syscall.MREMAP, "mremap");
    add(counts, Syscall.MPROTECT, "mprotect", "pkey_mprotect");
    add(counts, Syscall.MADVISE, "madvise");
    add(counts, Syscall.PROCESS_MADVISE, "process_madvise");
    add(counts, Syscall.BRK, "brk");
    add(counts, Syscall.FALLOCATE, "fallocate");
    add(counts, Syscall.SHMAT, "shmat");
    add(counts, Syscall.SHMDT, "shmdt");
    add(counts, Syscall.REMAP_FILE_PAGES, "remap_file_pages");
    add(counts, Syscall.CLONE, "clone", "clone2", "clone3");
    add(counts, Syscall.VFORK, "vfork");
    add(counts, Syscall.FORK, "fork");
    add(counts, Syscall.EXECVE, "execve", "execveat");
    add(counts, Syscall.EXIT, "exit", "_exit");
    add(counts, Syscall.EXIT_GROUP, "exit_group");
    add(counts, Syscall.CLOSE, "close");
    add(counts, Syscall.OPEN, "open", "openat", "openat2", "creat", "memfd_create");
    add(counts, Syscall.DUP, "dup", "dup2", "dup3", "fcntl", "fcntl64");
  }

  private void add(TraceCounts counts, Syscall syscall, String... names) {
    for (String name : names) {
      byte[] bytes = Ascii.bytes(name);
      byName[counts.name(bytes, 0, bytes.length)] = syscall;
    }
  }

  /**
   * The call of a name.
   *
   * @param name its index in the counts
   * @return the call, or null when it has no part in the answer
   */
  Syscall call(int name) {
    return name < byName.length ? byName[name] : null;
  }
}
