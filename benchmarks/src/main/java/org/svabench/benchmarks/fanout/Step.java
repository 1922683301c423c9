package org.svabench.benchmarks.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.svabench.model.Design;
import org.svabench.model.Designs;

/** What separates two designs, and what that saves. */
enum Step {
  SHARING("sharing the domain alone", Designs.VTD_6_6, Designs.VTD_6_8),
  PER_IOMMU("one IOTLB command per IOMMU", Designs.VTD_6_8, Designs.VTD_6_10),
  BATCHING("up to 16 commands per wait", Designs.VTD_6_10, Designs.VTD_6_12),
  GROUPING("tags grouped by IOMMU", Designs.VTD_6_12, Designs.VTD_6_14),
  VTD_IN_ALL("all of this", Designs.VTD_6_6, Designs.VTD_6_14);

  private final String change;
  private final Design from;
  private final Design to;

  Step(String change, Design from, Design to) {
    this.change = change;
    this.from = from;
    this.to = to;
  }

  /**
   * One sentence for each step of which both ends are among the rows; designs of another family
   * than the machine's are left out unless there is nothing else.
   */
  static List<String> sentences(List<FanOutCount> rows) {
    List<String> sentences = new ArrayList<>();
    boolean someNative = rows.stream().anyMatch(row -> !row.hypothetical());
    List<FanOutCount> compared =
        rows.stream().filter(row -> !someNative || !row.hypothetical()).toList();
    for (Step step : values()) {
      Optional<FanOutCount> before = find(compared, step.from);
      Optional<FanOutCount> after = find(compared, step.to);
      if (before.isPresent() && after.isPresent()) {
        sentences.add(step.sentence(before.get(), after.get()));
      }
    }
    return sentences;
  }

  private static Optional<FanOutCount> find(List<FanOutCount> rows, Design design) {
    return rows.stream().filter(row -> row.design().equals(design)).findFirst();
  }

  private String sentence(FanOutCount before, FanOutCount after) {
    String name = change + " (" + from.name() + " -> " + to.name() + "): ";
    if (!before.refused().equals(after.refused())) {
      return name + "not comparable, other devices are bound";
    }
    List<String> changes = new ArrayList<>();
    addChange(changes, "commands", before.commands(), after.commands());
    addChange(changes, "waits", before.waits(), after.waits());
    boolean saves = !changes.isEmpty();
    addChange(changes, "covered pages", before.coveredPages(), after.coveredPages());
    if (!saves) {
      changes.add(0, "saves nothing here");
    }
    if (before.commands() == after.commands()) {
      changes.add(FanOutSection.plural(after.commands(), "command") + " as before");
    }
    if (before.waits() == after.waits()) {
      changes.add(FanOutSection.plural(after.waits(), "wait") + " as before");
    }
    return name + String.join(", ", changes);
  }

  private static void addChange(List<String> changes, String what, long before, long after) {
    if (before != after) {
      String percent =
          before == 0
              ? ""
              : String.format(Locale.ROOT, " (%+.0f %%)", 100.0 * (after - before) / before);
      changes.add(what + " " + before + " -> " + after + percent);
    }
  }
}
