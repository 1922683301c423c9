package org.svabench.results.gate.fork;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.svabench.results.gate.agent.TurnstileProfiler;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.ForkLog;
import org.svabench.results.gate.record.Pairing;
import org.svabench.results.gate.record.Shape;
import org.svabench.results.jmh.JmhJson;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.jmh.ResultKey;

/** Runs pairs of forks, one pair at a time. */
public final class PairRunner {
  /** A fork is given up after so long without an event: start-up of a JVM or a long operation. */
  private static final long QUIET_NANOS = 120_000_000_000L;

  private static final int POLL_MILLIS = 20;

  private final Bench bench;

  /**
   * Prepares to run pairs.
   *
   * @param bench where
   */
  public PairRunner(Bench bench) {
    this.bench = bench;
  }

  /**
   * A pair to run.
   *
   * @param rows which benchmark, mode and parameters, per arm
   * @param shape of either fork
   * @param pairing together or one after the other
   * @param first who starts
   * @param jars one per arm; the same twice compares a jar with itself
   * @param padding length of a variable that moves the layout of the process
   */
  public record Pair(
      Map<Arm, ResultKey> rows,
      Shape shape,
      Pairing pairing,
      Arm first,
      Map<Arm, BenchmarkJar> jars,
      int padding) {

    /**
     * A pair of the same row in both arms.
     *
     * @param row which benchmark, mode and parameters
     * @param shape of either fork
     * @param pairing together or one after the other
     * @param first who starts
     * @param jars one per arm
     * @param padding length of a variable that moves the layout of the process
     */
    public Pair(
        ResultKey row,
        Shape shape,
        Pairing pairing,
        Arm first,
        Map<Arm, BenchmarkJar> jars,
        int padding) {
      this(Map.of(Arm.BASELINE, row, Arm.CANDIDATE, row), shape, pairing, first, jars, padding);
    }
  }

  /**
   * Runs a pair to its end.
   *
   * @param pair what to run
   * @return the log of each fork
   * @throws ForkCrash if one of them failed; none is alive any more
   * @throws IOException if processes or files cannot be made
   * @throws InterruptedException if the bench was stopped
   */
  public Map<Arm, ForkLog> run(Pair pair) throws ForkCrash, IOException, InterruptedException {
    if (pair.pairing() == Pairing.TURNSTILE) {
      return together(pair, EnumSet.allOf(Arm.class));
    }
    Map<Arm, ForkLog> logs = new EnumMap<>(Arm.class);
    logs.putAll(together(pair, EnumSet.of(pair.first())));
    logs.putAll(together(pair, EnumSet.of(pair.first().other())));
    return logs;
  }

  private Map<Arm, ForkLog> together(Pair pair, Set<Arm> arms)
      throws ForkCrash, IOException, InterruptedException {
    List<Harness> harnesses = new ArrayList<>();
    try (Turnstile turnstile =
        new Turnstile(arms.contains(pair.first()) ? pair.first() : arms.iterator().next(), arms)) {
      // Whoever has the first turn is also started first, so that neither way of being first is
      // always the same arm's.
      for (Arm arm : List.of(pair.first(), pair.first().other())) {
        if (arms.contains(arm)) {
          harnesses.add(start(pair, arm, turnstile));
        }
      }
      await(harnesses, turnstile);
      Map<Arm, ForkLog> logs = new EnumMap<>(Arm.class);
      for (Harness harness : harnesses) {
        logs.put(harness.arm(), log(harness, turnstile));
      }
      return logs;
    } finally {
      bench.end(harnesses);
    }
  }

  private Harness start(Pair pair, Arm arm, Turnstile turnstile)
      throws IOException, InterruptedException {
    JmhArguments arguments = bench.arguments(arm).onlyRow(pair.rows().get(arm)).takingTurns();
    return bench.start(
        arm,
        pair.jars().get(arm),
        arguments.oneFork(pair.shape()),
        Map.of(
            TurnstileProfiler.ENVIRONMENT,
            turnstile.address(arm),
            "SVABENCH_PADDING",
            "x".repeat(pair.padding())));
  }

  private static void await(List<Harness> harnesses, Turnstile turnstile)
      throws ForkCrash, InterruptedException {
    for (Harness harness : harnesses) {
      while (!harness.await(POLL_MILLIS)) {
        for (Harness other : harnesses) {
          if (other.ended() && !other.endedWell()) {
            throw crash(other);
          }
        }
        if (turnstile.quiet() > QUIET_NANOS) {
          throw new ForkCrash(
              harness.arm(),
              "the " + harness.arm().word() + "'s fork hung: nothing happened for 2 minutes");
        }
      }
      if (!harness.endedWell()) {
        throw crash(harness);
      }
    }
    if (turnstile.lost()) {
      throw new ForkCrash(
          harnesses.get(0).arm(), "a fork ended before its last iteration: it ran without turns");
    }
  }

  private static ForkCrash crash(Harness harness) {
    return new ForkCrash(
        harness.arm(), "the " + harness.arm().word() + "'s fork failed: " + harness.complaint());
  }

  private static ForkLog log(Harness harness, Turnstile turnstile) throws ForkCrash {
    List<JmhResult> results = JmhJson.read(harness.result());
    if (results.size() != 1) {
      throw new ForkCrash(
          harness.arm(),
          "the " + harness.arm().word() + "'s JMH gave " + results.size() + " results for one row");
    }
    return new ForkLog(
        turnstile.unit(harness.arm()),
        turnstile.windows(harness.arm()),
        Inventory.secondary(results.get(0)));
  }
}
