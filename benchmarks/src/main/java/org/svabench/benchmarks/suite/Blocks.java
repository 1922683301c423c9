package org.svabench.benchmarks.suite;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.options.TimeValue;
import org.svabench.benchmarks.bind.BindUnbind;
import org.svabench.benchmarks.harness.Empty;
import org.svabench.benchmarks.harness.Hiccups;

/** The ways in which suites ask for rows. */
final class Blocks {
  /** What the main rows are measured on. */
  static final List<String> TOPOLOGIES =
      List.of("spr-2s-dsa-iaa", "spr-1s-dsa", "guest-1viommu:4", "guest-1viommu:16");

  private Blocks() {}

  /** The empty benchmark and the pauses of the machine. */
  static List<Block> controls(Shape shape) {
    return List.of(alone(Empty.class, "nothing", shape), alone(Hiccups.class, "idle", shape));
  }

  /** Several benchmarks of one class, each with the values its own parameters have. */
  static List<Block> each(Class<?> type, Shape shape, String... methods) {
    return Stream.of(methods).map(method -> alone(type, method, shape)).toList();
  }

  /** A benchmark with the values its own parameters have. */
  static Block alone(Class<?> type, String method, Shape shape) {
    return new Block(name(type, method), Map.of(), shape);
  }

  static Block compared(
      Class<?> type, String method, List<String> designs, List<String> topologies, Shape shape) {
    return new Block(name(type, method), Map.of("design", designs, "topology", topologies), shape);
  }

  /**
   * A repeat bind takes a few nanoseconds: means of 256 calls, so that the timer stays below 10 %.
   */
  static Block repeatBonds(List<String> designs, List<String> topologies, Shape shape) {
    return new Block(
        name(BindUnbind.class, "repeatBond"),
        Map.of("design", designs, "topology", topologies, "batch", List.of("256")),
        shape);
  }

  static String name(Class<?> type, String method) {
    return type.getName() + "." + method;
  }

  static Shape shape(int warmups, int measurements) {
    TimeValue window = TimeValue.milliseconds(100);
    return new Shape(warmups, window, measurements, window);
  }
}
