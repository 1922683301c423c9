package org.svabench.benchmarks.hardware;

import org.svabench.model.queue.CommandKind;

/**
 * Tells the commands that take a PASID entry down from those of notifications: a PASID-cache
 * command, then the IOTLB's for the whole PASID, then the device's for everything. One thread's.
 */
final class Teardown {
  private static final int EVERYTHING = 52;

  private enum State {
    NONE,
    PASID_CACHE,
    IOTLB
  }

  private State state = State.NONE;

  /** Whether this command, the thread's next, is part of a teardown. */
  boolean includes(SentCommand command) {
    boolean whole =
        command.kind() == CommandKind.IOTLB_WHOLE
            || command.kind() == CommandKind.IOTLB_WHOLE_OF_ALL_PASIDS;
    if (command.kind() == CommandKind.PASID_CACHE) {
      state = State.PASID_CACHE;
    } else if (state == State.PASID_CACHE && whole) {
      state = State.IOTLB;
    } else if (state != State.IOTLB || !command.isDeviceTlb() || command.order() < EVERYTHING) {
      state = State.NONE;
    }
    return state != State.NONE;
  }

  void over() {
    state = State.NONE;
  }
}
