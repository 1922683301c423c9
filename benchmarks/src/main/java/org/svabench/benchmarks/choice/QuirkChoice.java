package org.svabench.benchmarks.choice;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.svabench.model.Design;
import org.svabench.model.Quirk;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.Nearest;

/** What {@code --quirk} takes: names of kernel defects, or {@code era} for those of the design. */
public final class QuirkChoice {
  /** The word for the defects that the kernels of a design's era had. */
  public static final String ERA = "era";

  private QuirkChoice() {}

  /**
   * The defects to turn on.
   *
   * @param option which option or field, for messages
   * @param words what the user wrote
   * @param design the design they are turned on for
   * @return the defects
   * @throws BadInput where a word names none
   */
  public static Set<Quirk> of(String option, List<String> words, Design design) {
    Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);
    for (String word : words) {
      if (word.equals(ERA)) {
        quirks.addAll(design.eraQuirks());
      } else {
        quirks.add(named(option, word));
      }
    }
    return quirks;
  }

  private static Quirk named(String option, String word) {
    return Stream.of(Quirk.values())
        .filter(quirk -> quirk.label().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInput(
                    option
                        + " "
                        + word
                        + ": no defect of this name; "
                        + Nearest.hint(
                            word,
                            Stream.concat(
                                    Stream.of(ERA), Stream.of(Quirk.values()).map(Quirk::label))
                                .toList())));
  }
}
