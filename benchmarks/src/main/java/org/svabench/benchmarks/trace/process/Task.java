package org.svabench.benchmarks.trace.process;

import org.svabench.benchmarks.trace.call.Call;
import org.svabench.benchmarks.trace.call.Syscall;
import org.svabench.benchmarks.trace.call.Witness;

/** A thread: its process, and the call it is in. */
final class Task {
  final int tid;
  Process process;
  private Call pending;

  /** The child that appeared before the clone that made it returned. */
  Task earlyChild;

  /** Created by a record of the kernel, and not heard of since. */
  boolean fresh;

  /** The last flush was a request to other processors; one of this processor belongs to it. */
  boolean sentFlush;

  private int witnesses;

  Task(int tid, Process process) {
    this.tid = tid;
    this.process = process;
  }

  /** Whether another witness has reported the exec that this one reports. */
  boolean knowsOfExec(Witness witness) {
    int bit = 1 << witness.ordinal();
    boolean known = witnesses != 0 && (witnesses & bit) == 0;
    witnesses = known ? witnesses | bit : bit;
    return known;
  }

  /** The call the thread is in, or null. */
  Call pending() {
    return pending != null && pending.syscall != null ? pending : null;
  }

  void begin(Call call) {
    if (pending == null) {
      pending = new Call();
    }
    pending.copy(call);
  }

  void done() {
    if (pending != null) {
      pending.syscall = null;
    }
    earlyChild = null;
  }

  boolean isCloning() {
    return pending() != null && creates(pending.syscall) && pending.flags >= 0;
  }

  static boolean creates(Syscall syscall) {
    return syscall == Syscall.CLONE || syscall == Syscall.VFORK || syscall == Syscall.FORK;
  }
}
