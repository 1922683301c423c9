package org.svabench.benchmarks.choice;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.svabench.results.input.BadInput;

/** What {@code --format} takes: how a report is written. */
public enum Format {
  /** For a screen or a mail. */
  TABLE,
  /** One document with a schema version. */
  JSON,
  /** RFC 4180. */
  CSV,
  /** GitHub-flavoured Markdown. */
  MD;

  /**
   * Reads a format.
   *
   * @param word what the user wrote
   * @return the format
   * @throws BadInput where the word names none
   */
  public static Format of(String word) {
    List<String> words = Stream.of(values()).map(Format::label).toList();
    int index = words.indexOf(word.toLowerCase(Locale.ROOT));
    if (index < 0) {
      throw new BadInput("--format must be one of " + String.join(", ", words) + ": " + word);
    }
    return values()[index];
  }

  /**
   * How users write it.
   *
   * @return lower-case word
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
