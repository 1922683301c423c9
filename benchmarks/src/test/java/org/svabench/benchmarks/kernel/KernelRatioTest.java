package org.svabench.benchmarks.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.svabench.benchmarks.choice.TopologyChoice;
import org.svabench.model.Designs;

class KernelRatioTest {
  @Test
  void aClockTwiceAsSlowHalvesTheRatio() {
    assertEquals(1.0, KernelRatio.ratio(464, 464, 22));
    assertEquals(0.5, KernelRatio.ratio(464, 464, 44));
    assertEquals(2.0, KernelRatio.ratio(928, 464, 22));
  }

  @Test
  void everyRowOfTheBenchmarkWasMeasuredOnTheKernel() throws NoSuchFieldException {
    List<String> operations =
        Stream.of(KernelRows.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Benchmark.class))
            .map(method -> method.getName())
            .filter(name -> !name.equals("clockRead"))
            .toList();
    assertEquals(6, operations.size());
    for (String design : values(KernelMm.class, "design")) {
      assertTrue(Designs.named(design).isPresent(), design);
      for (String topology : values(KernelRows.AllBound.class, "topology")) {
        TopologyChoice.of(topology);
        for (String operation : operations) {
          boolean measured = KernelNanos.of(operation, design, topology).isPresent();
          boolean possible = !operation.equals("attach") || !topology.equals("grid:1x1");
          assertEquals(possible, measured, operation + " " + design + " " + topology);
        }
      }
    }
  }

  private static List<String> values(Class<?> state, String field) throws NoSuchFieldException {
    return Arrays.asList(state.getDeclaredField(field).getAnnotation(Param.class).value());
  }

  @Test
  void whatWasNotMeasuredHasNoRatio() {
    assertEquals(OptionalInt.empty(), KernelNanos.of("repeat", "vtd-6.6", "grid:2x2"));
    assertEquals(OptionalInt.empty(), KernelNanos.of("repeat", "amd-6.14", "grid:1x1"));
    assertEquals(OptionalInt.empty(), KernelNanos.of("clockRead", "vtd-6.6", "grid:1x1"));
    assertEquals(OptionalInt.of(670), KernelNanos.of("attach", "shared", "grid:1x64"));
  }
}
