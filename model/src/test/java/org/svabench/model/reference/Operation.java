package org.svabench.model.reference;

/**
 * One step of a scenario. Binds are numbered, and an unbind names the bind whose reference it
 * drops, so that steps can be left out without renaming the others.
 */
sealed interface Operation {
  /** A new mm. */
  record NewMm(int mm) implements Operation {}

  /**
   * Binds a device.
   *
   * @param bind number of this bind
   * @param mm the mm
   * @param device index of the device
   * @param failingStep index of the step that fails, -1 for none
   * @param errno what an attach step fails with
   */
  record Bind(int bind, int mm, int device, int failingStep, int errno) implements Operation {
    Bind(int bind, int mm, int device) {
      this(bind, mm, device, -1, 0);
    }
  }

  /** Drops the reference that a bind took. */
  record Unbind(int bind) implements Operation {}

  /** Notifies a range; (0, -1) is everything. */
  record Invalidate(int mm, long start, long end) implements Operation {
    @Override
    public String toString() {
      return "Invalidate[mm=%d, 0x%x-0x%x]".formatted(mm, start, end);
    }
  }

  /** Ends the process. */
  record Exit(int mm) implements Operation {}

  /** Forks a process. */
  record Fork(int mm, int child) implements Operation {}

  /** Flushes kernel addresses from every SVA mm. */
  record KernelRange(long start, long end) implements Operation {
    @Override
    public String toString() {
      return "KernelRange[0x%x-0x%x]".formatted(start, end);
    }
  }
}
