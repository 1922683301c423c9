package org.svabench.benchmarks.choice;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.svabench.results.input.BadInput;

/** What options take that pick rows or metrics by a regular expression. */
public final class RegexChoice {
  private RegexChoice() {}

  /**
   * Reads an expression.
   *
   * @param option which option, for messages
   * @param word what the user wrote
   * @return the expression
   * @throws BadInput where it is none
   */
  public static Pattern of(String option, String word) {
    if (word.isEmpty()) {
      throw new BadInput(option + ": the regular expression is empty; .* means all");
    }
    try {
      return Pattern.compile(word);
    } catch (PatternSyntaxException e) {
      throw new BadInput(option + " " + word + ": not a regular expression: " + e.getDescription());
    }
  }
}
