package org.svabench.results.gate.verdict;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.ForkLog;
import org.svabench.results.gate.record.PairKind;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.gate.record.Pairing;
import org.svabench.results.gate.record.Shape;
import org.svabench.results.gate.record.Window;
import org.svabench.results.jmh.ResultKey;

/** Records of pairs that nobody measured, for tests. */
public final class Pairs {
  /** A row of one thread, timed per operation. */
  public static final ResultKey ROW = new ResultKey("demo.Kernels.work", "avgt", 1, Map.of());

  /** Twice ten windows. */
  public static final Shape SHAPE = new Shape(10, 10, 100);

  private static final Looks LOOKS = Looks.of(Rules.standard());
  private static final double USUAL_NANOS = 1000;

  private Pairs() {}

  /** A fork whose windows, warm-up first, take so many nanoseconds per operation. */
  public static ForkLog fork(String unit, IntToDoubleFunction score) {
    List<Window> windows = new ArrayList<>();
    for (int i = 0; i < SHAPE.warmups() + SHAPE.measurements(); i++) {
      double value = score.applyAsDouble(i);
      windows.add(new Window(i >= SHAPE.warmups(), 0, 0, value, value, value));
    }
    return new ForkLog(unit, windows, new TreeMap<>());
  }

  /** The same fork with a secondary result, the same in every iteration. */
  public static ForkLog with(ForkLog fork, String name, double value) {
    Map<String, double[]> secondary = new TreeMap<>(fork.secondary());
    secondary.put(name, new double[] {value, value, value});
    return new ForkLog(fork.unit(), fork.windows(), secondary);
  }

  /** The same fork, measured on this CPU, null where the scheduler chose. */
  public static ForkLog on(Integer cpu, ForkLog fork) {
    return new ForkLog(fork.unit(), fork.windows(), fork.secondary(), cpu);
  }

  /** A pair of these forks. */
  public static PairRecord of(PairKind kind, Arm first, ForkLog baseline, ForkLog candidate) {
    Map<Arm, ForkLog> forks = new EnumMap<>(Arm.class);
    forks.put(Arm.BASELINE, baseline);
    forks.put(Arm.CANDIDATE, candidate);
    return new PairRecord(
        1,
        ROW,
        kind,
        Pairing.TURNSTILE,
        SHAPE,
        first,
        "2026-11-27T00:00:00Z",
        9.5,
        0,
        0,
        null,
        null,
        forks);
  }

  /** A pair with this log ratio, whose forks took about a microsecond per operation. */
  public static PairRecord apart(PairKind kind, Arm first, double log) {
    return of(
        kind,
        first,
        fork("ns/op", i -> USUAL_NANOS),
        fork("ns/op", i -> USUAL_NANOS * Math.exp(log)));
  }

  /** The same pair on a machine that was busy: load average, CPUs that others kept busy. */
  public static PairRecord busy(PairRecord pair, double load, Double othersCpus) {
    return like(pair, pair.position(), pair.pairing(), pair.shape(), load, othersCpus);
  }

  /** The same pair at another place of the run. */
  public static PairRecord at(int position, PairRecord pair) {
    return like(pair, position, pair.pairing(), pair.shape(), pair.load(), pair.othersCpus());
  }

  /** The same pair of forks that met otherwise. */
  static PairRecord paired(Pairing pairing, PairRecord pair) {
    return like(pair, pair.position(), pairing, pair.shape(), pair.load(), pair.othersCpus());
  }

  /** The same pair as if its forks had been planned so. */
  static PairRecord shaped(Shape shape, PairRecord pair) {
    return like(pair, pair.position(), pair.pairing(), shape, pair.load(), pair.othersCpus());
  }

  private static PairRecord like(
      PairRecord pair, int position, Pairing pairing, Shape shape, double load, Double othersCpus) {
    return new PairRecord(
        position,
        pair.row(),
        pair.kind(),
        pairing,
        shape,
        pair.first(),
        pair.startedAt(),
        pair.seconds(),
        load,
        pair.stealTicks(),
        othersCpus,
        pair.crash(),
        pair.forks());
  }

  /** A pair of which both attempts crashed. */
  public static PairRecord crashed() {
    return new PairRecord(
        1,
        ROW,
        PairKind.MEASURE,
        Pairing.TURNSTILE,
        SHAPE,
        Arm.BASELINE,
        "2026-11-27T00:00:00Z",
        1,
        0,
        0,
        null,
        new PairRecord.Crash(Arm.CANDIDATE, "the candidate's fork failed: boom"),
        Map.of());
  }

  /** A pair that was good at the second attempt. */
  public static PairRecord replaced(double log) {
    PairRecord good = apart(PairKind.MEASURE, Arm.BASELINE, log);
    return new PairRecord(
        1,
        ROW,
        good.kind(),
        good.pairing(),
        SHAPE,
        good.first(),
        good.startedAt(),
        19,
        0,
        0,
        null,
        new PairRecord.Crash(Arm.BASELINE, "the baseline's fork failed: boom"),
        good.forks());
  }

  /** A row with the standard rules. */
  public static RowCourse course() {
    return new RowCourse(ROW, Rules.standard(), LOOKS, 5760);
  }

  /** A row with these rules. */
  public static RowCourse course(Rules rules) {
    return new RowCourse(ROW, rules, Looks.of(rules), 5760);
  }

  /** What a noisy pair differs by. */
  @FunctionalInterface
  public interface Noise {
    /** One pair's, symmetric around 0. */
    double draw(Random random);
  }

  /** Feeds pairs until the row is closed. */
  public static RowVerdict decide(RowCourse course, double log, Noise noise, Random random) {
    Arm first = Arm.BASELINE;
    while (course.stage() != RowCourse.Stage.CLOSED) {
      PairKind kind =
          course.stage() == RowCourse.Stage.CONFIRMING ? PairKind.CONFIRM : PairKind.MEASURE;
      course.add(apart(kind, first, log + noise.draw(random)));
      first = first.other();
    }
    return course.verdict();
  }
}
