package org.svabench.benchmarks.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** What the words of options become: stricter than Java, which takes digits of any script. */
final class OptionTypes {
  /**
   * How the words of a list are set apart; for {@code @Option(split)}. A comma at the end stays, so
   * that the word before it stands for nothing instead of being taken for the whole list.
   */
  static final String COMMA = ",(?!$)";

  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,19}");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,15}(\\.[0-9]{1,15})?");

  private OptionTypes() {}

  /** Makes a command line, and those below it, read words as here. */
  static void of(CommandLine commands) {
    commands.registerConverter(Path.class, OptionTypes::path);
    commands.registerConverter(Integer.class, OptionTypes::integer);
    commands.registerConverter(int.class, OptionTypes::integer);
    commands.registerConverter(Long.class, OptionTypes::longInteger);
    commands.registerConverter(long.class, OptionTypes::longInteger);
    commands.registerConverter(double.class, OptionTypes::decimal);
  }

  /** The empty path would be the working directory, which nobody has named. */
  static Path path(String word) {
    if (word.isEmpty()) {
      throw new TypeConversionException("the name is empty");
    }
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new TypeConversionException("'" + word + "' cannot be a file: " + e.getReason());
    }
  }

  private static int integer(String word) {
    long number = whole(word, Integer.MAX_VALUE);
    if (number != (int) number) {
      throw notWhole(word, Integer.MAX_VALUE);
    }
    return (int) number;
  }

  private static long longInteger(String word) {
    return whole(word, Long.MAX_VALUE);
  }

  private static long whole(String word, long most) {
    if (WHOLE.matcher(word).matches()) {
      try {
        return Long.parseLong(word);
      } catch (NumberFormatException tooLarge) {
        // The same message as for anything else.
      }
    }
    throw notWhole(word, most);
  }

  private static TypeConversionException notWhole(String word, long most) {
    return new TypeConversionException("'" + word + "' is not a whole number up to " + most);
  }

  private static double decimal(String word) {
    if (!DECIMAL.matcher(word).matches()) {
      throw new TypeConversionException("'" + word + "' is not a number; write 20 or 0.5");
    }
    return Double.parseDouble(word);
  }
}
