package org.svabench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.svabench.model.mm.Bond;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;
import org.svabench.model.sva.LockScope;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyBuilder;

/**
 * Once an mm has held as much as it holds now, no operation leaves a byte on the heap.
 *
 * <p>The virtual machine itself allocates now and then on the thread it runs, such as the name of a
 * class when compiled code is thrown away. So a round is repeated until it was clean for long
 * enough; what allocates by itself never is.
 */
class AllocationIT {
  private static final int WINDOW = 5_000;
  private static final int CLEAN_WINDOWS = 4;
  private static final int MOST_WINDOWS = 60;
  private static final long PAGE = 4096;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** One round of what is measured; ends in the state in which it began. */
  private interface Round {
    void run(Bench bench);
  }

  /** A machine with an mm, and a second unit whose devices do not fit the first domain. */
  private static final class Bench {
    final Machine machine;
    final Topology topology;
    final Cpu cpu;
    Mm mm;

    Bench(Design design, LockScope scope) {
      TopologyBuilder builder =
          Topology.named("allocation", design.family())
              .iommu("unit0", unit -> unit.caching(true))
              .iommu("unit1", unit -> unit.compatibilityClass(1));
      builder.device(0);
      builder.device(0).pri(true);
      builder.device(0).extraDeviceTlbFlush(true);
      builder.device(1).group(0);
      builder.device(1).group(0);
      topology = builder.build();
      machine = Machine.with(topology, design).lockScope(scope).build();
      cpu = machine.newCpu();
      mm = machine.newMm();
    }

    /** The bond, or null where the design refuses. */
    Bond bind(int device) {
      return machine.bind(cpu, mm, topology.device(device)) == 0 ? cpu.bond() : null;
    }

    void unbind(Bond bond) {
      if (bond != null) {
        machine.unbind(cpu, bond);
      }
    }

    void notifyPages(long firstPage, long pages) {
      machine.invalidate(cpu, mm, firstPage * PAGE, (firstPage + pages) * PAGE);
    }
  }

  private static Map<String, Round> roundsWithABond() {
    Map<String, Round> rounds = new LinkedHashMap<>();
    rounds.put("repeat bind", bench -> bench.unbind(bench.bind(0)));
    rounds.put("new device", bench -> bench.unbind(bench.bind(1)));
    rounds.put("second domain, group of two", bench -> bench.unbind(bench.bind(3)));
    rounds.put("notify 1 page", bench -> bench.notifyPages(5, 1));
    rounds.put("notify 2 MiB", bench -> bench.notifyPages(512, 512));
    rounds.put("notify 2 MiB unaligned", bench -> bench.notifyPages(513, 512));
    rounds.put("notify all", bench -> bench.machine.invalidate(bench.cpu, bench.mm, 0, -1L));
    rounds.put(
        "flush kernel addresses",
        bench -> bench.machine.invalidateKernelRange(bench.cpu, 0xffff888000000000L, -1L));
    return rounds;
  }

  private static Map<String, Round> roundsWithoutABond() {
    Map<String, Round> rounds = new LinkedHashMap<>();
    rounds.put("first device", bench -> bench.unbind(bench.bind(0)));
    rounds.put(
        "exit with handles outstanding",
        bench -> {
          Bond one = bench.bind(0);
          Bond other = bench.bind(2);
          bench.machine.exit(bench.cpu, bench.mm);
          bench.unbind(one);
          bench.unbind(other);
          bench.mm = bench.machine.newMm();
        });
    rounds.put(
        "fork and exit of the parent",
        bench -> {
          Bond bond = bench.bind(0);
          Mm child = bench.machine.fork(bench.cpu, bench.mm);
          bench.unbind(bond);
          bench.machine.exit(bench.cpu, bench.mm);
          bench.mm = child;
        });
    return rounds;
  }

  static Stream<Arguments> designs() {
    return Stream.concat(
        Designs.all().stream().map(design -> Arguments.of(design, LockScope.GLOBAL)),
        Stream.of(Arguments.of(Designs.VTD_7_1, LockScope.PER_MM)));
  }

  @ParameterizedTest
  @MethodSource("designs")
  void nothingIsAllocatedInTheSteadyState(Design design, LockScope scope) {
    Map<String, Long> allocated = new LinkedHashMap<>();
    Bench bench = new Bench(design, scope);
    roundsWithoutABond().forEach((name, round) -> measure(name, round, bench, allocated));
    bench.bind(0);
    bench.bind(2);
    roundsWithABond().forEach((name, round) -> measure(name, round, bench, allocated));
    assertEquals(Map.of(), allocated, "bytes in " + WINDOW + " rounds");
  }

  private static void measure(String name, Round round, Bench bench, Map<String, Long> allocated) {
    int clean = 0;
    long bytes = 0;
    for (int window = 0; window < MOST_WINDOWS && clean < CLEAN_WINDOWS; window++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < WINDOW; i++) {
        round.run(bench);
      }
      bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
      clean = bytes == 0 ? clean + 1 : 0;
    }
    if (clean < CLEAN_WINDOWS) {
      allocated.put(name, bytes);
    }
  }
}
