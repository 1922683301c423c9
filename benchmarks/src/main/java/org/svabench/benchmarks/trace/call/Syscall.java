package org.svabench.benchmarks.trace.call;

/** The system calls that change which pages an mm maps, or which mm a thread runs in. */
public enum Syscall {
  /** Unmaps a range: {@code address, length}. */
  MUNMAP,
  /** Maps a range: {@code address, length, flags (protection), more (flags), fd, offset}. */
  MMAP,
  /** Moves or resizes a mapping: {@code address, length, newLength, more (flags), newAddress}. */
  MREMAP,
  /** Changes the rights of a range: {@code address, length, flags (protection)}. */
  MPROTECT,
  /** Advice on a range: {@code address, length, flags (advice)}. */
  MADVISE,
  /** Advice on a range of another process, whose mm the call does not show. */
  PROCESS_MADVISE,
  /** Moves the end of the heap: {@code address}. */
  BRK,
  /** Changes a file's extents: {@code fd, flags (mode), offset, length}. */
  FALLOCATE,
  /** Maps System V shared memory, of a size that the call does not show. */
  SHMAT,
  /** Unmaps System V shared memory: {@code address}. */
  SHMDT,
  /** Binds pages to other addresses of the same file. */
  REMAP_FILE_PAGES,
  /** Creates a thread or a process: {@code flags}. */
  CLONE,
  /** Creates a process that shares the mm until it executes or exits. */
  VFORK,
  /** Creates a process with a copy of the mm. */
  FORK,
  /** Replaces the mm. */
  EXECVE,
  /** Ends the thread. */
  EXIT,
  /** Ends the process. */
  EXIT_GROUP,
  /** Forgets a file descriptor: {@code fd}. */
  CLOSE,
  /** Returns a descriptor of a file that was not open in this process. */
  OPEN,
  /** Copies a descriptor: {@code fd, newFd}; the copy is the result. */
  DUP
}
