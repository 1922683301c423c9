package org.svabench.model.reference;

/** The steps of a call that can fail, in the order in which a kernel takes them. */
final class Steps {
  private int failing = -1;
  private int errno;
  private int passed;

  void failAt(int step, int attachErrno) {
    failing = step;
    errno = attachErrno;
    passed = 0;
  }

  int passed() {
    return passed;
  }

  boolean allocationFails() {
    return passed++ == failing;
  }

  int attachFails() {
    return passed++ == failing ? errno : 0;
  }
}
