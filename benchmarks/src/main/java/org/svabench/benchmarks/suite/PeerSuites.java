package org.svabench.benchmarks.suite;

import static org.svabench.benchmarks.suite.Blocks.alone;
import static org.svabench.benchmarks.suite.Blocks.name;
import static org.svabench.benchmarks.suite.Blocks.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.svabench.benchmarks.harness.Empty;
import org.svabench.benchmarks.harness.Hiccups;
import org.svabench.benchmarks.index.BitSetOperations;
import org.svabench.benchmarks.index.IndexShootOut;
import org.svabench.benchmarks.kernel.KernelRows;
import org.svabench.benchmarks.scale.ManyMms;

/** Parts of the model beside what else could do their work. */
final class PeerSuites {
  private PeerSuites() {}

  /** Single calls: each is far above the timer. */
  static List<Block> index() {
    List<Block> blocks = new ArrayList<>();
    for (String row :
        List.of(
            "notifyAlone",
            "notifyOnce",
            "twoOfOneMm",
            "twoOfTwoMmsOnSharedQueues",
            "oneOnHalfTheIommus",
            "twoOnHalfTheIommusEach",
            "bindAlone",
            "churn")) {
      blocks.add(
          new Block(name(IndexShootOut.class, row), Map.of("batch", List.of("1")), shape(8, 15)));
    }
    return blocks;
  }

  static List<Block> bitset() {
    List<Block> blocks = new ArrayList<>();
    for (String row : List.of("setAndClear", "setAgain", "clearAgain", "iterate")) {
      blocks.add(alone(BitSetOperations.class, row, shape(4, 6)));
    }
    blocks.add(
        new Block(
            name(BitSetOperations.class, "nextBit"),
            Map.of("set", List.of("iommu-bitset"), "every", List.of("2")),
            shape(4, 6)));
    return blocks;
  }

  static List<Block> kernel() {
    List<Block> blocks = new ArrayList<>();
    for (String row :
        List.of(
            "repeat",
            "attach",
            "cold",
            "invalidateOnePage",
            "invalidateHugePage",
            "invalidateAll",
            "clockRead")) {
      blocks.add(alone(KernelRows.class, row, shape(6, 8)));
    }
    return blocks;
  }

  /** Every PASID there is, in 3 GiB. */
  static List<Block> scale() {
    List<Block> blocks = new ArrayList<>();
    for (String row : List.of("chooseMm", "bindAndUnbind", "invalidateOnePage")) {
      blocks.add(alone(ManyMms.class, row, shape(5, 10)));
    }
    return blocks;
  }

  /** Rows with the empty benchmark and the pauses of the machine before them. */
  static List<Block> withControls(List<Block> rows) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(alone(Empty.class, "nothing", shape(4, 6)));
    blocks.add(alone(Hiccups.class, "idle", shape(4, 6)));
    blocks.addAll(rows);
    return blocks;
  }
}
