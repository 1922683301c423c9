package org.svabench.benchmarks.choice;

import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyPreset;
import org.svabench.model.topology.TopologyPresets;
import org.svabench.model.topology.TopologyText;
import org.svabench.results.input.BadInput;

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
    if (TopologyPresets.find(word).isEmpty()) {
      return WrittenFile.parse(
          "--topology",
          word,
          TopologyPresets.all().stream().map(TopologyPreset::name).toList(),
          TopologyText::parse);
    }
    try {
      return TopologyPresets.topology(word);
    } catch (IllegalArgumentException noSuchSize) {
      throw new BadInput("--topology " + noSuchSize.getMessage());
    }
  }
}
