package org.svabench.results.gate;

import java.util.List;
import java.util.Map;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.Pairing;
import org.svabench.results.gate.record.Shape;
import org.svabench.results.gate.verdict.Outcome;
import org.svabench.results.gate.verdict.Rules;
import org.svabench.results.input.MayBeNull;
import org.svabench.results.jmh.ResultKey;
import org.svabench.results.run.JavaRecord;
import org.svabench.results.run.MachineRecord;

/**
 * Content of {@code plan.json}: everything that was fixed before the first timed pair.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION}
 * @param startedAt UTC, ISO 8601
 * @param jars what was measured
 * @param jvmArguments the gate's, put behind the benchmarks' own
 * @param budgetSeconds wall time for all rows, 0 for as long as the looks take
 * @param seed of the orders
 * @param rules what decides
 * @param rows in the order of the baseline's JMH
 * @param added rows only the candidate has
 * @param removed rows only the baseline has
 * @param harnessBytes what the harness itself allocates in an iteration, 0 where it was not
 *     measured
 * @param machine where
 * @param java on which JVM
 * @param noise 75th over 5th percentile of a fixed piece of work before the first pair
 */
public record GatePlan(
    int schemaVersion,
    String startedAt,
    Map<Arm, Jar> jars,
    String jvmArguments,
    long budgetSeconds,
    long seed,
    Rules rules,
    List<Row> rows,
    List<ResultKey> added,
    List<ResultKey> removed,
    double harnessBytes,
    @MayBeNull MachineRecord machine,
    @MayBeNull JavaRecord java,
    double noise) {
  /** Of this shape of {@code plan.json}. */
  public static final int SCHEMA_VERSION = 1;

  /**
   * A measured jar.
   *
   * @param path where it was
   * @param sha256 of its content
   * @param jmhVersion as it names itself, empty where no row ran
   */
  public record Jar(String path, String sha256, String jmhVersion) {}

  /**
   * A row that both jars have.
   *
   * @param key which
   * @param pairing how its forks meet
   * @param shape of its forks
   * @param refused null where it is compared; INVALID where its sides are not comparable, BROKEN
   *     where one did not run
   * @param refusal why, null where it is compared
   * @param remark what its reader should know from the start, null where there is nothing
   * @param ruler whether it is known not to differ between the jars: it is not judged but used to
   *     judge the measurement
   */
  public record Row(
      ResultKey key,
      Pairing pairing,
      Shape shape,
      @MayBeNull Outcome refused,
      @MayBeNull String refusal,
      @MayBeNull String remark,
      boolean ruler) {}
}
