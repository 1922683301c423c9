package org.svabench.results.gate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.svabench.results.doctor.ForkWatch;
import org.svabench.results.gate.fork.Bench;
import org.svabench.results.gate.fork.BenchmarkJar;
import org.svabench.results.gate.fork.ForkCrash;
import org.svabench.results.gate.fork.Inventory;
import org.svabench.results.gate.fork.PairRunner;
import org.svabench.results.gate.fork.Workshop;
import org.svabench.results.gate.output.JunitXml;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.ForkLog;
import org.svabench.results.gate.record.PairKind;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.gate.record.Pairing;
import org.svabench.results.gate.record.Shape;
import org.svabench.results.gate.verdict.GateVerdict;
import org.svabench.results.gate.verdict.RowCourse;
import org.svabench.results.input.BadInput;
import org.svabench.results.jmh.ResultKey;
import org.svabench.results.run.ForkRecord;
import org.svabench.results.run.JavaRecord;
import org.svabench.results.run.MachineProbe;
import org.svabench.results.run.RunDirectory;

/**
 * One gate run: survey, exact figures, pairs, verdict. Every pair is on the disk before the next
 * starts.
 *
 * <p>{@link #stop} may be called by another thread at any time; everything else belongs to one.
 */
public final class Gate {
  private final GateOptions options;
  private final GateProgress progress;
  private final MachineProbe probe = new MachineProbe();
  private final GateFiles files;

  private volatile Bench bench;
  private PairRunner runner;
  private volatile boolean stopped;
  private int position;

  /**
   * Prepares a run and makes its folder.
   *
   * @param options what to do
   * @param progress told what happens
   */
  public Gate(GateOptions options, GateProgress progress) {
    this.options = options;
    this.progress = progress;
    this.files =
        new GateFiles(RunDirectory.create(options.parent(), options.label(), Instant.now()).path());
  }

  /**
   * Where everything is kept.
   *
   * @return the run's folder
   */
  public Path folder() {
    return files.folder();
  }

  /**
   * Whether there is anything in the run's folder to read a verdict off.
   *
   * @return false until the rows to measure are known
   */
  public boolean keptAnything() {
    return files.begun();
  }

  /**
   * Reads a verdict off a kept run.
   *
   * @param folder of a gate run
   * @return the verdict its pairs give
   * @throws org.svabench.results.input.BadInput if it is no such folder, or damaged
   */
  public static GateVerdict replay(Path folder) {
    return new GateFiles(folder).read().verdict();
  }

  /**
   * Writes {@code gate.json}, {@code gate.xml}, {@code summary.md} and a JMH result of either side
   * into the run's folder.
   *
   * @param folder of a gate run
   * @param verdict on it
   * @throws IOException if the disk refuses
   */
  public static void publish(Path folder, GateVerdict verdict) throws IOException {
    GateFiles files = new GateFiles(folder);
    files.publish(files.read().plan(), verdict);
  }

  /**
   * The verdict on a kept run, for a build server.
   *
   * @param folder of a gate run
   * @return JUnit's XML, whether or not it was published before
   * @throws org.svabench.results.input.BadInput if it is no such folder, or damaged
   */
  public static String junitXml(Path folder) {
    Trial trial = new GateFiles(folder).read();
    return JunitXml.of(trial.verdict(), trial.plan().startedAt());
  }

  /** Ends every process of the run; {@link #run} then throws. */
  public void stop() {
    stopped = true;
    Bench current = bench;
    if (current != null) {
      current.stop();
    }
  }

  /**
   * Runs to the verdict.
   *
   * @return the verdict
   * @throws IOException if processes or files cannot be made; what was measured is kept
   * @throws InterruptedException if {@link #stop} was called; what was measured is kept
   */
  public GateVerdict run() throws IOException, InterruptedException {
    try (Workshop workshop = Workshop.open()) {
      bench = new Bench(workshop, options.environment());
      if (stopped) {
        throw new InterruptedException("stopped");
      }
      Instant begin = Instant.now();
      Trial trial = survey(begin);
      measure(trial, begin);
      return trial.verdict();
    } catch (BadInput nothingToMeasure) {
      files.removeIfEmpty();
      throw nothingToMeasure;
    } catch (IOException e) {
      files.removeIfEmpty();
      throw e;
    } finally {
      progress.end();
    }
  }

  private Trial survey(Instant begin) throws IOException, InterruptedException {
    progress.phase("looking at the machine");
    double noise = HostProbe.spread();
    Inventory inventory = new Inventory(bench);
    Survey survey = new Survey(options, inventory, progress);
    survey.run();
    double harnessBytes = new EmptyBenchmark(options.empty(), inventory).bytesPerIteration();
    GatePlan plan = plan(begin, survey, harnessBytes, noise);
    files.write(plan);
    Trial trial = new Trial(plan);
    for (ResultKey row : survey.common()) {
      if (!trial.rulers().contains(row) && trial.course(row).stage() != RowCourse.Stage.CLOSED) {
        exact(survey, trial, row);
      }
    }
    return trial;
  }

  private GatePlan plan(Instant begin, Survey survey, double harnessBytes, double noise) {
    List<GatePlan.Row> rows = new ArrayList<>();
    for (ResultKey row : survey.common()) {
      rows.add(new Planned(options, survey).row(row));
    }
    survey.broken().forEach((row, why) -> rows.add(Planned.broken(row, why)));
    Map<Arm, GatePlan.Jar> jars = new EnumMap<>(Arm.class);
    jars.put(Arm.BASELINE, jar(options.baseline(), survey.jmhVersion(Arm.BASELINE)));
    jars.put(Arm.CANDIDATE, jar(options.candidate(), survey.jmhVersion(Arm.CANDIDATE)));
    return new GatePlan(
        GatePlan.SCHEMA_VERSION,
        begin.toString(),
        jars,
        options.environment().jvmArguments(),
        options.budget() == null ? 0 : options.budget().toSeconds(),
        options.seed(),
        options.rules().forRows(survey.common().size()),
        rows,
        survey.only(Arm.CANDIDATE),
        survey.only(Arm.BASELINE),
        harnessBytes,
        probe.machine(),
        JavaRecord.current(),
        noise);
  }

  private static GatePlan.Jar jar(BenchmarkJar jar, String jmhVersion) {
    return new GatePlan.Jar(jar.path().toString(), jar.sha256(), jmhVersion);
  }

  private void exact(Survey survey, Trial trial, ResultKey row)
      throws IOException, InterruptedException {
    keep(
        trial,
        exactPair(
            row, survey.entry(Arm.BASELINE, row).fork(), survey.entry(Arm.CANDIDATE, row).fork()));
    while (trial.course(row).wantsExact()) {
      progress.phase("more allocation, looking again: " + row);
      try {
        keep(
            trial,
            exactPair(
                row,
                survey.again(Arm.BASELINE, row).fork(),
                survey.again(Arm.CANDIDATE, row).fork()));
      } catch (ForkCrash e) {
        // The timed pairs, which have the allocation too, will tell.
        return;
      }
    }
  }

  private PairRecord exactPair(ResultKey row, ForkLog baseline, ForkLog candidate) {
    Map<Arm, ForkLog> forks = new EnumMap<>(Arm.class);
    forks.put(Arm.BASELINE, baseline);
    forks.put(Arm.CANDIDATE, candidate);
    return new PairRecord(
        ++position,
        row,
        PairKind.EXACT,
        Pairing.ADJACENT,
        Survey.SHORT,
        Arm.BASELINE,
        Instant.now().toString(),
        0,
        probe.load(),
        -1,
        null,
        null,
        forks);
  }

  private void keep(Trial trial, PairRecord pair) throws IOException {
    files.write(pair);
    trial.add(pair);
  }

  private void measure(Trial trial, Instant begin) throws IOException, InterruptedException {
    Schedule schedule = new Schedule(trial, options.budget());
    runner = new PairRunner(bench);
    Map<ResultKey, GatePlan.Row> rows = new java.util.HashMap<>();
    trial.plan().rows().forEach(row -> rows.put(row.key(), row));
    int all = schedule.open();
    progress.phase("pairs of forks");
    for (Schedule.Next next = schedule.next(since(begin));
        next != null;
        next = schedule.next(since(begin))) {
      boolean ruler = next.kind() == PairKind.RULER;
      RowCourse course = trial.course(next.row());
      GatePlan.Row row = rows.get(next.row());
      progress.starting(
          next.row(),
          next.kind(),
          ruler ? 0 : course.pairs(),
          schedule.open(),
          all,
          schedule.left());
      PairRecord pair = pair(row, ruler ? row.shape() : course.shape(row.shape()), next);
      schedule.ran(pair);
      keep(trial, pair);
      if (!ruler && next.kind() != PairKind.CONTROL && course.stage() == RowCourse.Stage.CLOSED) {
        progress.closed(course.verdict());
      }
    }
  }

  private static Duration since(Instant begin) {
    return Duration.between(begin, Instant.now());
  }

  private PairRecord pair(GatePlan.Row row, Shape shape, Schedule.Next next)
      throws IOException, InterruptedException {
    Map<Arm, BenchmarkJar> jars = new EnumMap<>(Arm.class);
    jars.put(Arm.BASELINE, options.baseline());
    jars.put(
        Arm.CANDIDATE, next.kind() == PairKind.CONTROL ? options.baseline() : options.candidate());
    PairRunner.Pair pair =
        new PairRunner.Pair(row.key(), shape, row.pairing(), next.first(), jars, next.padding());
    // No fixed work before a pair: what it would show, taking turns takes out.
    ForkWatch watch = new ForkWatch(probe, () -> Double.NaN);
    watch.begin();
    PairRecord.Crash crash = null;
    Map<Arm, ForkLog> forks = Map.of();
    for (int attempt = 1; attempt <= 2 && forks.isEmpty(); attempt++) {
      try {
        forks = runner.run(pair);
      } catch (ForkCrash e) {
        if (bench.stopped()) {
          throw new InterruptedException("stopped");
        }
        crash = new PairRecord.Crash(e.arm(), e.getMessage());
      }
    }
    position++;
    ForkRecord seen = watch.end(position, position);
    return new PairRecord(
        position,
        row.key(),
        next.kind(),
        row.pairing(),
        shape,
        next.first(),
        seen.startedAt(),
        seen.seconds(),
        seen.load(),
        seen.stealTicks(),
        // A fork that was killed is not counted as the gate's own.
        crash == null ? seen.othersCpus() : null,
        crash,
        forks);
  }
}
