package org.svabench.benchmarks.verify;

import java.util.List;
import org.svabench.model.Design;
import org.svabench.model.topology.Topology;

/**
 * What to verify.
 *
 * @param seconds for how long, all designs and indexes together
 * @param designs the designs
 * @param indexes names of the indexes; empty for all
 * @param topologies the machines; empty for those that the oracle brings for each family
 * @param threads number of threads, 2 or more
 * @param seed decides what each thread does; how the threads interleave, the machine decides
 */
public record VerificationPlan(
    double seconds,
    List<Design> designs,
    List<String> indexes,
    List<Topology> topologies,
    int threads,
    long seed) {
  /**
   * Every name of an index that a plan may hold.
   *
   * @return {@code own} for the design's own, then the interchangeable ones
   */
  public static List<String> indexNames() {
    return NamedIndex.names();
  }

  /**
   * The threads that make most of this machine.
   *
   * @return one more than there are processors, 3 .. 8
   */
  public static int usualThreads() {
    return Math.max(3, Math.min(8, Runtime.getRuntime().availableProcessors() + 1));
  }
}
