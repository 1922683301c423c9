package org.svabench.benchmarks.choice;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.svabench.results.input.BadInput;

/** What {@code --budget} takes: {@code 90s}, {@code 10m}, {@code 1h30m}. */
public final class DurationChoice {
  private static final Pattern FORM =
      Pattern.compile("(?:(?<h>\\d{1,3})h)?(?:(?<m>\\d{1,5})m)?(?:(?<s>\\d{1,6})s)?");

  private DurationChoice() {}

  /**
   * Reads a duration.
   *
   * @param option which option, for messages
   * @param word what the user wrote
   * @return above 0
   * @throws BadInput where it is none
   */
  public static Duration of(String option, String word) {
    Matcher form = FORM.matcher(word);
    Duration duration =
        form.matches()
            ? Duration.ofHours(part(form, "h"))
                .plusMinutes(part(form, "m"))
                .plusSeconds(part(form, "s"))
            : Duration.ZERO;
    if (duration.isZero()) {
      throw new BadInput(option + " " + word + ": not a time; write 90s, 10m or 1h30m");
    }
    return duration;
  }

  private static long part(Matcher form, String unit) {
    return form.group(unit) == null ? 0 : Long.parseLong(form.group(unit));
  }
}
