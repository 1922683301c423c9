package org.svabench.benchmarks.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.svabench.model.Design;
import org.svabench.model.Machine;
import org.svabench.model.fanout.Indexes;
import org.svabench.model.fanout.InvalidationIndex;
import org.svabench.model.fanout.SpinlockedTagList;
import org.svabench.model.fanout.TagOrder;
import org.svabench.model.topology.Topology;

/**
 * An index to verify under a design.
 *
 * @param name how users write it
 * @param over makes the indexes of a machine; null for whatever the design uses
 */
record NamedIndex(String name, Function<Topology, Supplier<InvalidationIndex>> over) {
  /** Whatever the design uses. */
  static final NamedIndex OWN = new NamedIndex("own", null);

  /** An index with pauses between its steps. */
  static NamedIndex paused(
      String name, Function<Topology, ? extends Supplier<? extends InvalidationIndex>> over) {
    return new NamedIndex(
        name,
        topology -> {
          final Supplier<? extends InvalidationIndex> plain = over.apply(topology);
          return () -> new PausingIndex(plain.get());
        });
  }

  /** Every name there is. */
  static List<String> names() {
    final List<String> names = new ArrayList<>(List.of(OWN.name));
    names.addAll(Indexes.names());
    return names;
  }

  /** The indexes that can work under a design. */
  static List<NamedIndex> under(Design design) {
    final List<NamedIndex> indexes = new ArrayList<>(List.of(OWN));
    if (takesAnIndex(design)) {
      for (Indexes index : Indexes.values()) {
        indexes.add(paused(index.label(), index::over));
      }
    }
    return indexes;
  }

  private static boolean takesAnIndex(Design design) {
    final boolean[] taken = new boolean[1];
    final Topology topology = VerifiedTopologies.of(design.family()).get(0);
    final Machine machine =
        Machine.with(topology, design)
            .index(
                () -> {
                  taken[0] = true;
                  return new SpinlockedTagList(TagOrder.TAIL);
                })
            .build();
    machine.bind(machine.newCpu(), machine.newMm(), topology.device(0));
    return taken[0];
  }

  /** What to give to a machine; null for the design's own. */
  Supplier<InvalidationIndex> supplier(Topology topology) {
    return over == null ? null : over.apply(topology);
  }
}
