package org.svabench.benchmarks.verify;

/**
 * A promise that was broken.
 *
 * @param what which promise, in a sentence
 * @param space number of the address space it is about; 0 where it is about none
 * @param pasid its PASID; -1 where it is about none
 * @param page index of the page it is about; -1 where it is about none
 * @param nanos when it was found
 */
record Violation(String what, int space, int pasid, int page, long nanos) {
  static Violation of(String what) {
    return new Violation(what, 0, -1, -1, System.nanoTime());
  }

  static Violation of(String what, AddressSpace space, int page) {
    return new Violation(what, space.number, space.pasid(), page, System.nanoTime());
  }
}
