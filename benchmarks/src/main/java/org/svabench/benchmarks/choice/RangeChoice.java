package org.svabench.benchmarks.choice;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.svabench.results.input.BadInput;

/**
 * What {@code --range} takes: {@code all}, {@code N[p|k|m][@0xADDR]} (N pages, KiB or MiB) or
 * {@code 0xSTART-0xEND}, end exclusive.
 */
public final class RangeChoice {
  /** Where a range lies that says nothing of it: aligned for every size that fits below 2^47. */
  public static final long USUAL_START = 0x7f00_0000_0000L;

  private static final Pattern SIZED =
      Pattern.compile("(?<n>\\d{1,19})(?<unit>[pkm])?(?:@0x(?<at>[0-9a-f]{1,16}))?");
  private static final Pattern BOUNDS =
      Pattern.compile("0x(?<start>[0-9a-f]{1,16})-0x(?<end>[0-9a-f]{1,16})");

  private RangeChoice() {}

  /**
   * Reads a range.
   *
   * @param word what the user wrote
   * @return the range, not empty
   * @throws BadInput where it is none of the forms, is empty, or passes the end of the address
   *     space
   */
  public static NotificationRange of(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.equals("all")) {
      return new NotificationRange(word, 0, -1L);
    }
    Matcher bounds = BOUNDS.matcher(lower);
    if (bounds.matches()) {
      return checked(
          word,
          Long.parseUnsignedLong(bounds.group("start"), 16),
          Long.parseUnsignedLong(bounds.group("end"), 16));
    }
    Matcher sized = SIZED.matcher(lower);
    if (!sized.matches()) {
      throw new BadInput(
          "--range must be all, N[p|k|m][@0xADDR] (N pages, KiB or MiB) or 0xSTART-0xEND: " + word);
    }
    String at = sized.group("at");
    long start = at == null ? USUAL_START : Long.parseUnsignedLong(at, 16);
    return checked(word, start, start + bytes(word, sized.group("n"), sized.group("unit")));
  }

  private static long bytes(String word, String number, String unit) {
    int shift =
        unit == null
            ? 12
            : switch (unit) {
              case "k" -> 10;
              case "m" -> 20;
              default -> 12;
            };
    try {
      return Math.multiplyExact(Long.parseLong(number), 1L << shift);
    } catch (ArithmeticException | NumberFormatException tooLarge) {
      throw new BadInput("--range must be below 2^63 bytes: " + word);
    }
  }

  private static NotificationRange checked(String word, long start, long end) {
    if (Long.compareUnsigned(start, end) >= 0) {
      throw new BadInput("--range must not be empty or pass the end of the address space: " + word);
    }
    return new NotificationRange(word, start, end);
  }
}
