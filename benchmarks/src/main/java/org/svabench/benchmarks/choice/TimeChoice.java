package org.svabench.benchmarks.choice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.svabench.results.input.BadInput;

/** What {@code --gap} takes: a short time, {@code 1500ns}, {@code 20us}, {@code 100ms}. */
public final class TimeChoice {
  private static final Pattern FORM = Pattern.compile("(?<n>\\d{1,12})(?<unit>ns|us|ms|s)");
  private static final long LONGEST = 1_000_000_000_000L;

  private TimeChoice() {}

  /**
   * Reads a time.
   *
   * @param option which option, for messages
   * @param word what the user wrote
   * @return nanoseconds, 0 to 1,000 s
   * @throws BadInput where it is none
   */
  public static long nanos(String option, String word) {
    Matcher form = FORM.matcher(word);
    if (form.matches()) {
      long unit =
          switch (form.group("unit")) {
            case "s" -> 1_000_000_000L;
            case "ms" -> 1_000_000L;
            case "us" -> 1000L;
            default -> 1L;
          };
      long number = Long.parseLong(form.group("n"));
      if (number <= LONGEST / unit) {
        return number * unit;
      }
    }
    throw new BadInput(
        option + " " + word + ": not a time up to 1000s; write 1500ns, 20us, 100ms or 1s");
  }
}
