package org.svabench.model.mm;

/**
 * Makes one step of a call fail: every allocation and every attach step asks here, in order, and
 * the chosen one is told to fail. For tests that walk over all failure points. Not for several
 * threads.
 */
public final class FaultPlan {
  private int failAt = -1;
  private int errno;
  private int steps;
  private boolean failed;

  /** Creates a plan in which nothing fails. */
  public FaultPlan() {}

  /**
   * Lets one step from now on fail.
   *
   * @param step index of the step, from 0
   * @param attachErrno what an attach step fails with; an allocation always fails with -ENOMEM
   */
  public void failAt(int step, int attachErrno) {
    failAt = step;
    errno = attachErrno;
    steps = 0;
    failed = false;
  }

  /** Lets nothing fail from now on, and counts steps from 0 again. */
  public void clear() {
    failAt(-1, 0);
  }

  /**
   * Steps passed since the plan was last set.
   *
   * @return 0 or above
   */
  public int steps() {
    return steps;
  }

  /**
   * Whether the chosen step was reached.
   *
   * @return true once it failed
   */
  public boolean failed() {
    return failed;
  }

  int attachErrno() {
    return errno;
  }

  boolean failsNow() {
    boolean now = steps++ == failAt;
    failed |= now;
    return now;
  }
}
