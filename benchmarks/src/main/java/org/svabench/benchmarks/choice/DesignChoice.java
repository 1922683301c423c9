package org.svabench.benchmarks.choice;

import java.util.ArrayList;
import java.util.List;
import org.svabench.model.Design;
import org.svabench.model.Designs;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.Nearest;

/** What {@code --design} takes: a design's name, or {@code all}. */
public final class DesignChoice {
  /** The word for every design. */
  public static final String ALL = "all";

  private DesignChoice() {}

  /**
   * The chosen designs.
   *
   * @param words what the user wrote
   * @return the designs, in the order of the words; for {@code all} those of {@link Designs#all}
   * @throws BadInput where a word names none
   */
  public static List<Design> of(List<String> words) {
    List<Design> designs = new ArrayList<>();
    for (String word : words) {
      if (word.equals(ALL)) {
        designs.addAll(Designs.all());
      } else {
        designs.add(named("--design", word));
      }
    }
    return designs.stream().distinct().toList();
  }

  /**
   * The design of a scenario: also one of the recorded models.
   *
   * @param word what the header says
   * @return the design
   * @throws BadInput where the word names none
   */
  public static Design ofScenario(String word) {
    return named("model", word);
  }

  private static Design named(String option, String word) {
    return Designs.named(word)
        .orElseThrow(
            () ->
                new BadInput(
                    option
                        + " "
                        + word
                        + ": no design of this name; "
                        + Nearest.hint(word, Designs.names())));
  }
}
