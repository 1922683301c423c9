package org.svabench.benchmarks.choice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.svabench.results.input.BadInput;

/**
 * What {@code --tolerance} and {@code --floor} take: {@code 5%}, or {@code REGEX=8%} for the rows
 * whose name the expression is found in.
 *
 * @param rows null for all rows
 * @param share such as 0.05
 */
public record PercentChoice(Pattern rows, double share) {
  private static final Pattern FORM =
      Pattern.compile("(?:(?<rows>.+)=)?(?<number>\\d{1,3}(?:\\.\\d{1,6})?)%");

  /**
   * Reads a share.
   *
   * @param option which option, for messages
   * @param word what the user wrote
   * @return above 0 and at most 1000 %
   * @throws BadInput where it is neither form
   */
  public static PercentChoice of(String option, String word) {
    Matcher form = FORM.matcher(word);
    if (!form.matches() || Double.parseDouble(form.group("number")) == 0) {
      throw new BadInput(
          option + " " + word + ": not a share; write 5%, or REGEX=5% for some of the rows");
    }
    String rows = form.group("rows");
    return new PercentChoice(
        rows == null ? null : RegexChoice.of(option, rows),
        Double.parseDouble(form.group("number")) / 100);
  }
}
