package org.svabench.model.stress;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;

/**
 * Runs Lincheck's model checker: interleavings of two threads with three operations each, up to a
 * number, under sequential consistency. Orderings are jcstress's part.
 */
final class Linearizability {
  /** Scenarios a broken twin is given to be caught in. */
  private static final int TO_CATCH = 15;

  /** Scenarios a structure has to pass; more by night. */
  private static final int TO_PASS = Integer.getInteger("svabench.lincheck.scenarios", 5);

  private Linearizability() {}

  /** Fails where an interleaving has results that no order of the operations has. */
  static void check(Class<?> operations) {
    check(operations, TO_PASS);
  }

  private static void check(Class<?> operations, int scenarios) {
    new ModelCheckingOptions()
        .iterations(scenarios)
        .invocationsPerIteration(300)
        .threads(2)
        .actorsPerThread(3)
        .actorsBefore(0)
        .actorsAfter(1)
        .check(operations);
  }

  /** Fails where a broken twin is not caught. */
  static void checkIsCaught(Class<?> operations) {
    assertThrows(AssertionError.class, () -> check(operations, TO_CATCH));
  }
}
