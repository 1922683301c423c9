package org.svabench.benchmarks.suite;

import static org.svabench.benchmarks.suite.Blocks.TOPOLOGIES;
import static org.svabench.benchmarks.suite.Blocks.alone;
import static org.svabench.benchmarks.suite.Blocks.name;
import static org.svabench.benchmarks.suite.Blocks.repeatBonds;
import static org.svabench.benchmarks.suite.Blocks.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.svabench.benchmarks.bind.BindUnbind;
import org.svabench.benchmarks.contention.Churn;
import org.svabench.benchmarks.contention.ConcurrentInvalidation;
import org.svabench.benchmarks.invalidate.NotificationLatency;
import org.svabench.benchmarks.invalidate.NotifierInvalidation;
import org.svabench.benchmarks.invalidate.TraceReplay;
import org.svabench.benchmarks.lifetime.MmExit;
import org.svabench.benchmarks.lifetime.PasidAllocation;

/** Every benchmark over what it depends on. */
final class FullSuite {
  private static final List<String> EVERY_DESIGN =
      List.of("vtd-6.6", "vtd-6.8", "vtd-6.10", "vtd-6.12", "vtd-6.14", "vtd-7.1", "vtd-bitset");
  private static final List<String> SMMU = List.of("smmu-6.6", "smmu-6.11", "smmu-invs");
  private static final List<String> AMD = List.of("amd-6.14");
  private static final List<String> ONE = List.of("spr-1s-dsa");
  private static final List<String> BARE_METAL = List.of("spr-2s-dsa-iaa", "spr-1s-dsa");
  private static final List<String> GUESTS = List.of("guest-1viommu:4", "guest-1viommu:16");
  private static final List<String> FREE = List.of("none");
  private static final List<String> BARE_METAL_COST = List.of("vtd-spr");
  private static final List<String> GUEST_COST = List.of("vtd-guest-shadow");

  private FullSuite() {}

  static List<Block> blocks() {
    Shape shape = shape(5, 10);
    List<Block> blocks = new ArrayList<>(Blocks.controls(shape));
    for (String range :
        List.of("onePage", "hugePage", "unalignedHugePage", "acrossBoundary", "wholeMm")) {
      blocks.add(everywhere(NotifierInvalidation.class, range, FREE, shape));
      blocks.add(priced(NotifierInvalidation.class, range, BARE_METAL, BARE_METAL_COST, shape));
      blocks.add(priced(NotifierInvalidation.class, range, GUESTS, GUEST_COST, shape));
    }
    blocks.add(repeatBonds(EVERY_DESIGN, TOPOLOGIES, shape));
    for (String bind : List.of("newDeviceIntoSharedDomain", "firstDevice")) {
      blocks.add(everywhere(BindUnbind.class, bind, FREE, shape));
      blocks.add(priced(BindUnbind.class, bind, BARE_METAL, BARE_METAL_COST, shape));
      blocks.add(priced(BindUnbind.class, bind, GUESTS, GUEST_COST, shape));
    }
    blocks.add(alone(BindUnbind.class, "acrossIncompatibleIommus", shape));
    blocks.add(everywhere(MmExit.class, "allDevicesBound", FREE, shape));
    blocks.add(priced(MmExit.class, "allDevicesBound", BARE_METAL, BARE_METAL_COST, shape));
    blocks.add(priced(MmExit.class, "nothingBound", ONE, FREE, shape));
    blocks.add(alone(PasidAllocation.class, "lowestFree", shape));
    blocks.add(alone(PasidAllocation.class, "linearSearch", shape));
    for (String who : List.of("sameMm", "ownMm")) {
      blocks.add(priced(ConcurrentInvalidation.class, who, BARE_METAL, FREE, shape));
      blocks.add(priced(ConcurrentInvalidation.class, who, BARE_METAL, BARE_METAL_COST, shape));
      blocks.add(priced(ConcurrentInvalidation.class, who, GUESTS, GUEST_COST, shape));
    }
    for (String whose : List.of("sameMm", "anotherMm")) {
      blocks.add(priced(Churn.class, whose, BARE_METAL, FREE, shape));
      blocks.add(priced(Churn.class, whose, BARE_METAL, BARE_METAL_COST, shape));
    }
    blocks.add(everywhere(NotificationLatency.class, "closedLoop", FREE, shape));
    blocks.add(latency("closedLoop", BARE_METAL, BARE_METAL_COST, shape));
    blocks.add(latency("closedLoop", GUESTS, GUEST_COST, shape));
    blocks.add(latency("openLoop", BARE_METAL, BARE_METAL_COST, shape));
    blocks.add(latency("openLoop", GUESTS, GUEST_COST, shape));
    for (String range : List.of("onePage", "hugePage", "wholeMm")) {
      blocks.add(family(range, SMMU, "kunpeng920-2s", "smmu-kunpeng920", shape));
      blocks.add(family(range, SMMU, "grace-vm-8", "smmu-grace-guest-trap", shape));
      blocks.add(family(range, AMD, "epyc-2s-8iommu", "amd-any", shape));
    }
    blocks.add(alone(TraceReplay.class, "wholeTrace", shape));
    blocks.addAll(PeerSuites.index());
    blocks.addAll(PeerSuites.bitset());
    blocks.addAll(PeerSuites.kernel());
    blocks.addAll(PeerSuites.scale());
    return List.copyOf(blocks);
  }

  private static Block family(
      String range, List<String> designs, String topology, String cost, Shape shape) {
    return new Block(
        name(NotifierInvalidation.class, range),
        Map.of("design", designs, "topology", List.of(topology), "cost", List.of("none", cost)),
        shape);
  }

  private static Block everywhere(Class<?> type, String method, List<String> costs, Shape shape) {
    return priced(type, method, TOPOLOGIES, costs, shape);
  }

  private static Block priced(
      Class<?> type, String method, List<String> topologies, List<String> costs, Shape shape) {
    return new Block(
        name(type, method),
        Map.of("design", EVERY_DESIGN, "topology", topologies, "cost", costs),
        shape);
  }

  /** Single calls, since they are well above the timer; rates from relaxed to nearly saturated. */
  private static Block latency(
      String method, List<String> topologies, List<String> costs, Shape shape) {
    return new Block(
        name(NotificationLatency.class, method),
        Map.of(
            "design",
            EVERY_DESIGN,
            "topology",
            topologies,
            "cost",
            costs,
            "batch",
            List.of("1"),
            "rate",
            List.of("25%", "50%", "75%", "90%"),
            "gaps",
            List.of("constant", "poisson")),
        shape);
  }
}
