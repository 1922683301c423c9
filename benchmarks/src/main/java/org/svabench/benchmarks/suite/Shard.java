package org.svabench.benchmarks.suite;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.svabench.results.input.BadInput;

/**
 * One part of a suite that is run in several, each on a machine of its own.
 *
 * @param part from 1
 * @param parts how many there are
 */
public record Shard(int part, int parts) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

  /**
   * What {@code --shard} takes.
   *
   * @param text {@code K/N}, K from 1
   * @return the part
   * @throws BadInput where it is none
   */
  public static Shard of(String text) {
    Matcher form = FORM.matcher(text);
    if (form.matches()) {
      int part = Integer.parseInt(form.group(1));
      int parts = Integer.parseInt(form.group(2));
      if (part >= 1 && part <= parts) {
        return new Shard(part, parts);
      }
    }
    throw new BadInput("--shard " + text + ": must be K/N with K from 1 to N, such as 1/8");
  }

  @Override
  public String toString() {
    return part + "/" + parts;
  }
}
