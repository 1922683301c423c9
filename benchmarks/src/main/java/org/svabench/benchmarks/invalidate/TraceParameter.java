package org.svabench.benchmarks.invalidate;

import org.svabench.results.input.BadInput;
import org.svabench.results.input.InputFile;
import org.svabench.results.input.Nearest;

/** What {@code -p trace=} takes: a capture that the jar holds, or a file that replay takes. */
public final class TraceParameter {
  private TraceParameter() {}

  /**
   * Reads the trace once, so that a fork need not find out that it cannot be read.
   *
   * @param word what the user gave
   * @throws BadInput where it is no trace, or its first mm is never notified
   */
  public static void check(String word) {
    if (word.equals(InputFile.STANDARD_INPUT)) {
      throw new BadInput("-p trace=-: a fork has no standard input of yours; name a file");
    }
    if (!Workload.BUNDLED.contains(word) && !InputFile.named(word).exists()) {
      throw new BadInput(
          "-p trace="
              + word
              + ": no capture of the jar and no file of this name; "
              + Nearest.hint(word, Workload.BUNDLED));
    }
    Workload.of(word);
  }
}
