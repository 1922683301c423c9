package org.svabench.benchmarks.choice;

import java.util.List;
import org.svabench.model.cost.CostPreset;
import org.svabench.model.cost.CostPresets;
import org.svabench.model.cost.CostText;
import org.svabench.model.topology.Topology;
import org.svabench.results.input.BadInput;

/** What {@code --cost} takes: a preset's name, or a file. */
public final class CostChoice {
  private CostChoice() {}

  /**
   * The chosen prices. A preset's name goes before a file of the same name.
   *
   * @param word what the user wrote
   * @return the preset
   * @throws BadInput where the word is neither, the file is wrong, or the preset only informs
   */
  public static CostPreset of(String word) {
    List<String> names =
        CostPresets.all().stream().filter(CostChoice::isChoosable).map(CostPreset::name).toList();
    CostPreset preset =
        CostPresets.find(word)
            .orElseGet(() -> WrittenFile.parse("--cost", word, names, CostText::parse));
    if (!isChoosable(preset)) {
      throw new BadInput(
          "--cost "
              + word
              + " has informative figures only; there are "
              + String.join(", ", names));
    }
    return preset;
  }

  private static boolean isChoosable(CostPreset preset) {
    return preset.pricesAnything() || preset == CostPresets.NONE;
  }

  /**
   * The prices that are used where the user chooses none: a published figure of the same command
   * set, of a guest where the queue is trapped.
   *
   * @param topology the machine
   * @return the preset
   */
  public static CostPreset usualFor(Topology topology) {
    String name =
        switch (topology.family()) {
          case VTD -> topology.trapped() ? "vtd-guest-shadow" : "vtd-spr";
          case SMMU ->
              topology.trapped()
                  ? "smmu-grace-guest-trap"
                  : topology.name().equals("thor-gb10") ? "smmu-thor-sva" : "smmu-kunpeng920";
          case AMD -> "amd-any";
        };
    return CostPresets.find(name).orElseThrow();
  }
}
