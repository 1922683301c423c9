package org.svabench.benchmarks.choice;

import java.util.List;
import java.util.Optional;
import org.svabench.model.text.MalformedText;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyPreset;
import org.svabench.model.topology.TopologyPresets;
import org.svabench.model.topology.TopologyText;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.InputFile;
import org.svabench.results.input.Nearest;

/** What {@code --topology} takes: a preset's name, with a size where it has sizes, or a file. */
public final class TopologyChoice {
  private TopologyChoice() {}

  /**
   * Builds the chosen topology. A preset's name goes before a file of the same name.
   *
   * @param word what the user wrote
   * @return the topology, named as the user wrote it
   * @throws BadInput where the word is neither, or the file is wrong
   */
  public static Topology of(String word) {
    Optional<TopologyPreset> preset = TopologyPresets.find(word);
    if (preset.isPresent()) {
      try {
        return TopologyPresets.topology(word);
      } catch (IllegalArgumentException noSuchSize) {
        throw new BadInput("--topology " + noSuchSize.getMessage());
      }
    }
    InputFile file = InputFile.named(word);
    if (!file.exists()) {
      throw unknown(word);
    }
    try {
      return TopologyText.parse(word, file.lines());
    } catch (MalformedText fault) {
      throw new BadInput(word, fault.line(), fault.getMessage());
    }
  }

  private static BadInput unknown(String word) {
    List<String> names = TopologyPresets.all().stream().map(TopologyPreset::name).toList();
    int colon = word.indexOf(':');
    return new BadInput(
        "--topology "
            + word
            + ": no preset and no file of this name; "
            + Nearest.hint(colon < 0 ? word : word.substring(0, colon), names)
            + " (--topology list shows all)");
  }
}
