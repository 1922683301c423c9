package org.svabench.benchmarks.simulation;

/** A device that answers one device-TLB command late, and all others in time. For one run. */
final class SlowAnswer {
  /** Nothing is slow. */
  static SlowAnswer none() {
    return new SlowAnswer(-1, 0);
  }

  private final int device;
  private final long lateness;
  private boolean armed;
  private long since = -1;

  /**
   * Creates a device that is still in time.
   *
   * @param device its index
   * @param lateness picoseconds
   */
  SlowAnswer(int device, long lateness) {
    this.device = device;
    this.lateness = lateness;
  }

  /** From now on: the next command to the device is the one. */
  void arm() {
    armed = device >= 0;
  }

  /** How much longer a submission takes that starts now. */
  long lateness(Submission submission, long now) {
    if (!armed || !submission.devices().contains(device)) {
      return 0;
    }
    armed = false;
    since = now;
    return lateness;
  }

  /** When it began, or -1. */
  long since() {
    return since;
  }
}
