package org.svabench.results.gate;

import java.util.regex.Pattern;
import org.svabench.results.gate.record.Pairing;
import org.svabench.results.gate.verdict.Outcome;
import org.svabench.results.jmh.ResultKey;

/** How a row will be measured, from what the survey saw of it. */
record Planned(GateOptions options, Survey survey) {
  GatePlan.Row row(ResultKey key) {
    String refusal = survey.refusal(key);
    return new GatePlan.Row(
        key,
        pairing(key),
        options.shape(),
        refusal == null ? null : Outcome.INVALID,
        refusal,
        codeDiffers(key) ? "the benchmark's own code differs between the jars" : null,
        refusal == null && options.rulers() != null && found(options.rulers(), key));
  }

  static GatePlan.Row broken(ResultKey key, String why) {
    return new GatePlan.Row(
        key, Pairing.ADJACENT, GateOptions.STANDARD_SHAPE, Outcome.BROKEN, why, null, false);
  }

  /** Two forks of several threads each would wait for the same CPUs even when they take turns. */
  private Pairing pairing(ResultKey key) {
    boolean alone =
        key.threads() > 1
            || key.mode().equals("ss")
            || options.adjacent() != null && found(options.adjacent(), key);
    return alone ? Pairing.ADJACENT : Pairing.TURNSTILE;
  }

  private static boolean found(Pattern pattern, ResultKey key) {
    return pattern.matcher(key.toString()).find();
  }

  private boolean codeDiffers(ResultKey key) {
    String type = key.benchmark().substring(0, key.benchmark().lastIndexOf('.'));
    return !options.baseline().code(type).equals(options.candidate().code(type));
  }
}
