package org.svabench.benchmarks.suite;

import static org.svabench.benchmarks.suite.Blocks.each;
import static org.svabench.benchmarks.suite.Blocks.name;
import static org.svabench.benchmarks.suite.Blocks.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.svabench.benchmarks.index.BitSetOperations;
import org.svabench.benchmarks.index.IndexShootOut;
import org.svabench.benchmarks.kernel.KernelRows;
import org.svabench.benchmarks.scale.ManyMms;

/** Parts of the model beside what else could do their work. */
final class PeerSuites {
  private PeerSuites() {}

  /** Single calls: each is far above the timer. */
  static List<Block> index() {
    return Stream.of(
            "notifyAlone",
            "notifyOnce",
            "twoOfOneMm",
            "twoOfTwoMmsOnSharedQueues",
            "oneOnHalfTheIommus",
            "twoOnHalfTheIommusEach",
            "bindAlone",
            "churn")
        .map(
            row ->
                new Block(
                    name(IndexShootOut.class, row), Map.of("batch", List.of("1")), shape(8, 15)))
        .toList();
  }

  static List<Block> bitset() {
    List<Block> blocks =
        new ArrayList<>(
            each(
                BitSetOperations.class,
                shape(4, 6),
                "setAndClear",
                "setAgain",
                "clearAgain",
                "iterate"));
    blocks.add(
        new Block(
            name(BitSetOperations.class, "nextBit"),
            Map.of("set", List.of("iommu-bitset"), "every", List.of("2")),
            shape(4, 6)));
    return blocks;
  }

  static List<Block> kernel() {
    return each(
        KernelRows.class,
        shape(6, 8),
        "repeat",
        "attach",
        "cold",
        "invalidateOnePage",
        "invalidateHugePage",
        "invalidateAll",
        "clockRead");
  }

  /** Every PASID there is, in 3 GiB. */
  static List<Block> scale() {
    return each(ManyMms.class, shape(5, 10), "chooseMm", "bindAndUnbind", "invalidateOnePage");
  }

  /** Rows with the empty benchmark and the pauses of the machine before them. */
  static List<Block> withControls(List<Block> rows) {
    List<Block> blocks = new ArrayList<>(Blocks.controls(shape(4, 6)));
    blocks.addAll(rows);
    return blocks;
  }
}
