package org.svabench.benchmarks.evidence;

import java.util.Random;
import org.svabench.results.gate.verdict.Outcome;

/** Decides from pairs that it draws. */
interface Rule {
  /** A row of the table. */
  String words();

  /** One decision on a sample. */
  Decision decide(Sample sample, Random random);

  /**
   * A decision.
   *
   * @param outcome FAIL for slower, PASS for not
   * @param seconds wall time of the pairs it took
   */
  record Decision(Outcome outcome, double seconds) {}
}
