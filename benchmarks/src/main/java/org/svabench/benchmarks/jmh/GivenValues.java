package org.svabench.benchmarks.jmh;

import java.util.ArrayList;
import java.util.List;

/** The words behind an option on JMH's command line, as the user wrote them. */
final class GivenValues {
  private GivenValues() {}

  /**
   * Finds them.
   *
   * @param option with its dash, such as {@code -p}
   * @param arguments the command line
   * @return in order; empty where the option is not given
   */
  static List<String> of(String option, List<String> arguments) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String word =
          arguments.get(i).startsWith("--") ? arguments.get(i).substring(1) : arguments.get(i);
      if (word.startsWith(option + "=")) {
        values.add(word.substring(option.length() + 1));
      } else if (word.equals(option) && i + 1 < arguments.size()) {
        i++;
        values.add(arguments.get(i));
      }
    }
    return values;
  }
}
