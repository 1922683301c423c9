package org.svabench.benchmarks.evidence;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.svabench.results.gate.GateOptions;
import org.svabench.results.gate.fork.Bench;
import org.svabench.results.gate.fork.BenchmarkJar;
import org.svabench.results.gate.fork.Environment;
import org.svabench.results.gate.fork.ForkCrash;
import org.svabench.results.gate.fork.PairRunner;
import org.svabench.results.gate.fork.Workshop;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.ForkLog;
import org.svabench.results.gate.record.PairKind;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.gate.record.Pairing;
import org.svabench.results.jmh.ResultKey;
import org.svabench.results.run.MachineProbe;

/**
 * Records real pairs, round after round: in each round every kernel has two turnstile pairs and one
 * adjacent pair of every size, in an order drawn anew, so that a recording that ends early is short
 * of everything alike.
 */
final class Recorder {
  /** No change, and the sizes that power is stated for. */
  static final List<Integer> SIZES = List.of(100, 103, 105, 110, 120);

  /** What a recording is for. */
  enum Purpose {
    /** The published rates. */
    RATES(Pairing.TURNSTILE, Pairing.TURNSTILE, Pairing.ADJACENT),
    /** What one CPU is good for: the scheduler places every other pair. */
    PLACES(Pairing.TURNSTILE);

    private final List<Pairing> round;

    Purpose(Pairing... round) {
      this.round = List.of(round);
    }
  }

  private final List<Kernel> kernels;
  private final List<Integer> sizes;
  private final Purpose purpose;
  private final DataSet data;
  private final PrintStream out;
  private final Random random;
  private final MachineProbe probe = new MachineProbe();
  private final Map<Class<?>, BenchmarkJar> jars = new HashMap<>();

  Recorder(
      List<Kernel> kernels,
      List<Integer> sizes,
      Purpose purpose,
      DataSet data,
      PrintStream out,
      long seed) {
    this.kernels = kernels;
    this.sizes = sizes;
    this.purpose = purpose;
    this.data = data;
    this.out = out;
    this.random = new Random(seed);
  }

  private record Next(Kernel kernel, int size, Pairing pairing) {}

  /** Records until the time is up; a pair that crashes is said and left out. */
  void record(Duration time) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(time);
    Path folder = Files.createTempDirectory("svabench-evidence-");
    data.begin(probe.machine());
    try (Workshop workshop = Workshop.open()) {
      for (Kernel kernel : kernels) {
        if (!jars.containsKey(kernel.type())) {
          jars.put(kernel.type(), EvidenceJar.of(folder, kernel.type()));
        }
      }
      Bench bench = new Bench(workshop, new Environment(Environment.currentJava(), "", List.of()));
      Runtime.getRuntime().addShutdownHook(new Thread(bench::stop));
      PairRunner runner = new PairRunner(bench);
      PairRunner other = purpose == Purpose.PLACES ? PairRunner.onAnyCpu(bench) : runner;
      int pairs = 0;
      while (Instant.now().isBefore(end)) {
        for (Next next : round()) {
          if (Instant.now().isAfter(end)) {
            break;
          }
          one(++pairs % 2 == 0 ? other : runner, next, pairs);
        }
      }
    } finally {
      jars.values().forEach(jar -> jar.path().toFile().delete());
      Files.deleteIfExists(folder);
    }
  }

  private List<Next> round() {
    List<Next> round = new ArrayList<>();
    for (Kernel kernel : kernels) {
      for (int size : sizes) {
        purpose.round.forEach(pairing -> round.add(new Next(kernel, size, pairing)));
      }
    }
    Collections.shuffle(round, random);
    return round;
  }

  private void one(PairRunner runner, Next next, int number)
      throws IOException, InterruptedException {
    Arm first = random.nextBoolean() ? Arm.BASELINE : Arm.CANDIDATE;
    Map<Arm, ResultKey> rows = new EnumMap<>(Arm.class);
    rows.put(Arm.BASELINE, next.kernel.row(100));
    rows.put(Arm.CANDIDATE, next.kernel.row(next.size));
    BenchmarkJar jar = jars.get(next.kernel.type());
    Map<Arm, BenchmarkJar> both = Map.of(Arm.BASELINE, jar, Arm.CANDIDATE, jar);
    Instant started = Instant.now();
    double load = probe.load();
    try {
      Map<Arm, ForkLog> forks =
          runner.run(
              new PairRunner.Pair(rows, GateOptions.STANDARD_SHAPE, next.pairing, first, both, 0));
      double seconds = Duration.between(started, Instant.now()).toMillis() / 1000.0;
      PairRecord pair =
          new PairRecord(
              number,
              rows.get(Arm.BASELINE),
              PairKind.MEASURE,
              next.pairing,
              GateOptions.STANDARD_SHAPE,
              first,
              started.toString(),
              seconds,
              load,
              -1,
              null,
              null,
              forks);
      data.append(RecordedPair.of(next.kernel, next.size, pair));
      out.printf(
          "%d  %s  %d  %s  %.1f s%n", number, next.kernel.name(), next.size, next.pairing, seconds);
    } catch (ForkCrash e) {
      out.println(next.kernel.name() + ": " + e.getMessage());
    }
  }
}
