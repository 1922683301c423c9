package org.svabench.results.gate.fork;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
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

/**
 * Runs pairs of forks, one pair at a time. Forks that take turns are measured on one CPU, each pair
 * on the next, where that can be had.
 */
public final class PairRunner {
  /** A fork is given up after so long without an event: start-up of a JVM or a long operation. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int POLL_MILLIS = 20;

  /** A harness whose fork is gone takes a moment to say so. */
  private static final long LAST_WORDS_MILLIS = 5_000;

  /** What the {@code java} command puts before its arguments, from JDK 9 on. */
  private static final String JVM_OPTIONS = "JDK_JAVA_OPTIONS";

  private final Bench bench;
  private final Affinity affinity;
  private final Duration patience;
  private final Set<Map<Arm, ResultKey>> restless = new HashSet<>();
  private int pairs;

  /**
   * Prepares to run pairs.
   *
   * @param bench where
   */
  public PairRunner(Bench bench) {
    this(bench, Affinity.ofMachine(), PATIENCE);
  }

  /**
   * Prepares to run pairs that the scheduler places, as a measure of what one CPU is good for.
   *
   * @param bench where
   * @return a runner that keeps no fork in place
   */
  public static PairRunner onAnyCpu(Bench bench) {
    return new PairRunner(bench, Affinity.none(), PATIENCE);
  }

  PairRunner(Bench bench, Affinity affinity, Duration patience) {
    this.bench = bench;
    this.affinity = affinity;
    this.patience = patience;
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
      Map<Arm, ForkLog> logs = together(pair, EnumSet.allOf(Arm.class));
      // Threads that were started on the one CPU had to share it, which says nothing of them.
      return logs.isEmpty() ? together(pair, EnumSet.allOf(Arm.class)) : logs;
    }
    Map<Arm, ForkLog> logs = new EnumMap<>(Arm.class);
    logs.putAll(together(pair, EnumSet.of(pair.first())));
    logs.putAll(together(pair, EnumSet.of(pair.first().other())));
    return logs;
  }

  /** No logs where forks that were kept on one CPU started threads; they never are again. */
  private Map<Arm, ForkLog> together(Pair pair, Set<Arm> arms)
      throws ForkCrash, IOException, InterruptedException {
    List<Harness> harnesses = new ArrayList<>();
    OneCpu seat = new OneCpu(pair);
    try (Turnstile turnstile =
        new Turnstile(
            arms.contains(pair.first()) ? pair.first() : arms.iterator().next(), arms, seat)) {
      // Whoever has the first turn is also started first, so that neither way of being first is
      // always the same arm's.
      for (Arm arm : List.of(pair.first(), pair.first().other())) {
        if (arms.contains(arm)) {
          harnesses.add(start(pair, arm, turnstile));
        }
      }
      await(harnesses, turnstile);
      if (seat.cpu != null && turnstile.restless()) {
        restless.add(pair.rows());
        return Map.of();
      }
      Map<Arm, ForkLog> logs = new EnumMap<>(Arm.class);
      for (Harness harness : harnesses) {
        logs.put(harness.arm(), log(harness, turnstile, seat.cpu));
      }
      return logs;
    } finally {
      bench.end(harnesses);
    }
  }

  private Harness start(Pair pair, Arm arm, Turnstile turnstile)
      throws IOException, InterruptedException {
    JmhArguments arguments = bench.arguments(arm).onlyRow(pair.rows().get(arm)).takingTurns();
    Map<String, String> variables = new HashMap<>();
    variables.put(TurnstileProfiler.ENVIRONMENT, turnstile.address(arm));
    variables.put("SVABENCH_PADDING", "x".repeat(pair.padding()));
    if (oneCpu(pair)) {
      variables.put(JVM_OPTIONS, allProcessors());
    }
    return bench.start(arm, pair.jars().get(arm), arguments.oneFork(pair.shape()), variables);
  }

  private boolean oneCpu(Pair pair) {
    return pair.pairing() == Pairing.TURNSTILE
        && !affinity.cpus().isEmpty()
        && !restless.contains(pair.rows());
  }

  /** A thread that is kept on one CPU would else be told that there is but one. */
  private static String allProcessors() {
    String users = System.getenv(JVM_OPTIONS);
    return "-XX:ActiveProcessorCount="
        + Runtime.getRuntime().availableProcessors()
        + (users == null ? "" : " " + users);
  }

  private void await(List<Harness> harnesses, Turnstile turnstile)
      throws ForkCrash, InterruptedException {
    for (Harness harness : harnesses) {
      while (!harness.await(POLL_MILLIS)) {
        for (Harness other : harnesses) {
          if (other.ended() && !other.endedWell()) {
            throw crash(harnesses, turnstile, other);
          }
        }
        if (turnstile.quiet() > patience.toNanos()) {
          Arm silent = turnstile.awaited();
          throw new ForkCrash(
              silent,
              "the "
                  + silent.word()
                  + "'s fork hung: nothing happened for "
                  + patience.toSeconds()
                  + " s");
        }
      }
      if (!harness.endedWell()) {
        throw crash(harnesses, turnstile, harness);
      }
    }
    if (turnstile.leaver() != null) {
      throw new ForkCrash(
          turnstile.leaver(), "a fork ended before its last iteration: it ran without turns");
    }
  }

  /** A fork ends itself where the other is gone, and may be seen to have ended first. */
  private static ForkCrash crash(List<Harness> harnesses, Turnstile turnstile, Harness seen)
      throws InterruptedException {
    Harness first = seen;
    for (Harness harness : harnesses) {
      if (harness.arm() == turnstile.leaver() && harness.await(LAST_WORDS_MILLIS)) {
        first = harness.endedWell() ? seen : harness;
      }
    }
    return new ForkCrash(
        first.arm(), "the " + first.arm().word() + "'s fork failed: " + first.complaint());
  }

  private static ForkLog log(Harness harness, Turnstile turnstile, Integer cpu) throws ForkCrash {
    List<JmhResult> results = JmhJson.read(harness.result());
    if (results.size() != 1) {
      throw new ForkCrash(
          harness.arm(),
          "the " + harness.arm().word() + "'s JMH gave " + results.size() + " results for one row");
    }
    return new ForkLog(
        turnstile.unit(harness.arm()),
        turnstile.windows(harness.arm()),
        Inventory.secondary(results.get(0)),
        cpu);
  }

  /**
   * The CPU of a pair: for forks that take turns and have one measuring thread each. Who is not to
   * take turns is not to be kept in place either.
   */
  private final class OneCpu implements Turnstile.Seat {
    private final Pair pair;

    /** Null where the scheduler chooses. */
    private volatile Integer cpu;

    OneCpu(Pair pair) {
      this.pair = pair;
    }

    @Override
    public void take(Collection<Long> pids) throws InterruptedException {
      if (!oneCpu(pair)) {
        return;
      }
      List<Integer> cpus = affinity.cpus();
      int chosen = cpus.get(pairs++ % cpus.size());
      String benchmark = pair.rows().get(Arm.BASELINE).benchmark();
      cpu = affinity.keep(pids, benchmark, chosen) ? chosen : null;
    }
  }
}
