package org.svabench.benchmarks.latency;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.svabench.results.input.BadInput;

/**
 * How often a thread makes a call.
 *
 * @param value percent, or operations a second
 * @param ofSaturation percent of what the thread did in a closed loop
 */
public record Rate(double value, boolean ofSaturation) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)(%)?");

  /**
   * What {@code -p rate=} takes.
   *
   * @param word {@code N%} or {@code N}
   * @return the rate
   * @throws BadInput where it is neither, or zero
   */
  public static Rate of(String word) {
    Matcher form = FORM.matcher(word);
    if (!form.matches() || Double.parseDouble(form.group(1)) == 0) {
      throw new BadInput(
          "-p rate="
              + word
              + ": must be above 0: N% of the measured saturation, or N operations a second");
    }
    return new Rate(Double.parseDouble(form.group(1)), form.group(2) != null);
  }

  /** Operations a second, of a thread that did so many in a closed loop. */
  double perSecond(double saturation) {
    if (!ofSaturation) {
      return value;
    }
    if (!(saturation > 0)) {
      throw new IllegalStateException(
          "-p rate=N% needs a warm-up iteration, in which saturation is measured: use -wi 1 or"
              + " more, or a rate in operations a second");
    }
    return saturation * value / 100;
  }
}
