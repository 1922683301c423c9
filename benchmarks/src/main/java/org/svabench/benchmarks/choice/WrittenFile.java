package org.svabench.benchmarks.choice;

import java.util.List;
import java.util.function.BiFunction;
import org.svabench.model.text.MalformedText;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.InputFile;
import org.svabench.results.input.Nearest;

/** An option's word that names no preset, and so must be a file that the user wrote. */
final class WrittenFile {
  private WrittenFile() {}

  /**
   * Reads the file.
   *
   * @param option the option, for messages
   * @param word what the user wrote behind it
   * @param presets the names it could have been
   * @param parser takes the file's name and its lines
   * @return what the parser makes of it
   * @throws BadInput where there is no such file, or it is wrong
   */
  static <T> T parse(
      String option,
      String word,
      List<String> presets,
      BiFunction<String, List<String>, T> parser) {
    InputFile file = InputFile.named(word);
    if (!file.exists()) {
      String stem = word.contains(":") ? word.substring(0, word.indexOf(':')) : word;
      throw new BadInput(
          option
              + " "
              + word
              + ": no preset and no file of this name; "
              + Nearest.hint(stem, presets)
              + " ("
              + option
              + " list shows all)");
    }
    try {
      return parser.apply(word, file.lines());
    } catch (MalformedText fault) {
      throw new BadInput(word, fault.line(), fault.getMessage());
    }
  }
}
