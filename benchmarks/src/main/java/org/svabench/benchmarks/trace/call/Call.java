package org.svabench.benchmarks.trace.call;

/**
 * One system call as the trace shows it. Mutable and reused from call to call; which fields mean
 * something is said at {@link Syscall}. Addresses and lengths are bytes, as the caller gave them.
 */
public final class Call {
  /** What is known about how a call ended. */
  public enum Outcome {
    /** It succeeded; {@link #result} holds what it returned. */
    SUCCESS,
    /** It returned an error. */
    FAILURE,
    /** The trace does not say. */
    UNKNOWN
  }

  /** The thread that made it. */
  public int tid;

  /** Which call it is. */
  public Syscall syscall;

  /** How it ended. */
  public Outcome outcome;

  /** What it returned. */
  public long result;

  /** First address. */
  public long address;

  /** Length in bytes. */
  public long length;

  /** Protection, advice, mode or clone flags. */
  public long flags;

  /** Flags of mmap and mremap. */
  public long more;

  /** File descriptor, or -1. */
  public int fd;

  /** Tells files apart behind a descriptor where the trace shows their paths; 0 where not. */
  public int path;

  /** Offset into the file, bytes. */
  public long offset;

  /** New length of mremap, bytes. */
  public long newLength;

  /** New address of mremap. */
  public long newAddress;

  /** The name of the thread after an execve, where the trace shows it; otherwise null. */
  public String name;

  /**
   * Starts over for another call.
   *
   * @param call which call
   * @param thread who makes it
   */
  public void start(Syscall call, int thread) {
    syscall = call;
    tid = thread;
    outcome = Outcome.UNKNOWN;
    result = 0;
    address = 0;
    length = 0;
    flags = 0;
    more = 0;
    fd = -1;
    path = 0;
    offset = 0;
    newLength = 0;
    newAddress = 0;
    name = null;
  }

  /**
   * Becomes a copy.
   *
   * @param other the call to copy
   */
  public void copy(Call other) {
    start(other.syscall, other.tid);
    outcome = other.outcome;
    result = other.result;
    address = other.address;
    length = other.length;
    flags = other.flags;
    more = other.more;
    fd = other.fd;
    path = other.path;
    offset = other.offset;
    newLength = other.newLength;
    newAddress = other.newAddress;
    name = other.name;
  }

  /**
   * Whether the call is known to have failed.
   *
   * @return true after an error
   */
  public boolean failed() {
    return outcome == Outcome.FAILURE;
  }

  /**
   * Whether the call is known to have succeeded.
   *
   * @return true when {@link #result} holds what it returned
   */
  public boolean succeeded() {
    return outcome == Outcome.SUCCESS;
  }

  /**
   * Records a success.
   *
   * @param returned what the call returned
   */
  public void succeed(long returned) {
    outcome = Outcome.SUCCESS;
    result = returned;
  }

  /** Records an error. */
  public void fail() {
    outcome = Outcome.FAILURE;
  }
}
