package org.svabench.benchmarks.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.svabench.benchmarks.jmh.BlackholeMode;
import org.svabench.benchmarks.jmh.JmhOptions;
import org.svabench.results.doctor.Doctor;
import org.svabench.results.doctor.ForkWatch;
import org.svabench.results.doctor.Pulse;
import org.svabench.results.input.BadInput;
import org.svabench.results.run.DiskFault;
import org.svabench.results.run.HeldLock;
import org.svabench.results.run.JavaRecord;
import org.svabench.results.run.MachineLock;
import org.svabench.results.run.MachineProbe;
import org.svabench.results.run.RunDirectory;
import org.svabench.results.run.RunRecord;
import org.svabench.results.run.RunState;
import org.svabench.results.run.SuiteRecord;

/**
 * A suite from the command line to the comparison on the screen: makes or takes up a run's folder,
 * runs what is missing, and sees to it that a signal leaves a record.
 */
public final class SuiteSession {
  private final PrintStream out;
  private final boolean terminal;
  private final MachineProbe probe = new MachineProbe();

  /**
   * A session.
   *
   * @param out the screen
   * @param terminal whether lines may be rewritten there
   */
  public SuiteSession(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /**
   * Starts a run.
   *
   * @param suite what to run
   * @param arguments the user's JMH options
   * @param parent where the run's folder goes
   * @param label part of the folder's name
   * @param seed of the order
   * @param shard which part of it; null for all
   * @return how it ended
   * @throws ForkFailed if nothing could run any more; what was finished is kept
   * @throws BadInput if the options or the folder are wrong
   */
  public RunState start(
      Suite suite, List<String> arguments, Path parent, String label, long seed, Shard shard)
      throws ForkFailed {
    CommandLineOptions options = JmhOptions.parse(arguments);
    Plan plan = plan(suite, options, shard);
    ResultFile.of(options).check();
    if (options.getOutput().hasValue()) {
      throw new BadInput(
          "-o "
              + options.getOutput().get()
              + ": a suite keeps JMH's output in jmh.log of the run's folder; for its own use >");
    }
    MachineLock alone = takeMachine();
    try {
      Instant now = Instant.now();
      RunRecord record =
          new RunRecord(
              RunRecord.SCHEMA_VERSION,
              label,
              RunState.RUNNING,
              null,
              now.toString(),
              now.toString(),
              new SuiteRecord(
                  suite.name(),
                  arguments,
                  seed,
                  suite.comparison(),
                  shard == null ? null : shard.toString()),
              RunningJar.record(),
              probe
                  .machine()
                  .examined(Doctor.examine(probe, Pulse.take(probe), BlackholeMode.now())),
              JavaRecord.current(),
              List.of(),
              List.of());
      RunDirectory directory = RunDirectory.begin(parent, now, record);
      HeldLock mine = lock(directory);
      try {
        SuiteRun run = suiteRun(plan, directory, record, alone);
        announce(plan, run, directory);
        return run(run, directory, options);
      } finally {
        mine.close();
      }
    } finally {
      alone.close();
    }
  }

  /**
   * Takes up a run where it was left.
   *
   * @param folder of the run
   * @return how it ended
   * @throws ForkFailed if nothing could run any more; what was finished is kept
   * @throws BadInput if it is no run, another process is writing it, or jar, JVM or machine are
   *     others than it began with
   */
  public RunState resume(Path folder) throws ForkFailed {
    RunDirectory directory = RunDirectory.open(folder);
    HeldLock mine = lock(directory);
    try {
      RunRecord record = directory.read();
      Resumable.check(folder, record, RunningJar.record(), probe.machine(), JavaRecord.current());
      CommandLineOptions options = JmhOptions.parse(record.suite().arguments());
      Suite suite = Suites.of(record.suite().name(), options);
      String shard = record.suite().shard();
      Plan plan = plan(suite, options, shard == null ? null : Shard.of(shard));
      MachineLock alone = takeMachine();
      try {
        SuiteRun run = suiteRun(plan, directory, record, alone);
        run.takeUp(new RunFiles(directory, record).forks().all());
        announce(plan, run, directory);
        return run(run, directory, options);
      } finally {
        alone.close();
      }
    } catch (IOException e) {
      throw cannotWrite(directory, e);
    } finally {
      mine.close();
    }
  }

  private static Plan plan(Suite suite, CommandLineOptions options, Shard shard) {
    Plan whole = Plan.of(suite, options);
    return shard == null ? whole : whole.part(shard);
  }

  private static MachineLock takeMachine() throws ForkFailed {
    try {
      return MachineLock.take();
    } catch (MachineLock.NotTaken e) {
      throw ForkFailed.ofRun(e.getMessage());
    }
  }

  private static HeldLock lock(RunDirectory directory) throws ForkFailed {
    try {
      return directory.lock();
    } catch (IOException e) {
      throw cannotWrite(directory, e);
    }
  }

  private static ForkFailed cannotWrite(RunDirectory directory, IOException e) {
    return ForkFailed.ofRun("cannot write into " + directory.path() + ": " + DiskFault.in(e));
  }

  private SuiteRun suiteRun(
      Plan plan, RunDirectory directory, RunRecord record, MachineLock alone) {
    return new SuiteRun(
        plan,
        record.suite().seed(),
        new RunFiles(directory, record),
        new JmhForkRunner(
            record.suite().arguments(),
            directory.path().resolve("jmh.log"),
            alone,
            () -> out.println("another JMH run has begun between two forks; waiting for its end")),
        new ScreenProgress(out, terminal),
        ForkWatch.over(probe));
  }

  private RunState run(SuiteRun run, RunDirectory directory, CommandLineOptions options)
      throws ForkFailed {
    Thread onSignal = new Thread(() -> stop(run, directory), "svabench-stop");
    Runtime.getRuntime().addShutdownHook(onSignal);
    try {
      RunState state = run.run();
      out.println(run.summary());
      String file =
          ResultFile.of(options)
              .write(
                  run.rows().stream().filter(row -> !row.isEmpty()).map(RowForks::result).toList());
      if (file != null) {
        out.println("JMH's results: " + file);
      }
      out.println("Files: " + directory.path());
      return state;
    } catch (ForkFailed e) {
      throw ForkFailed.ofRun(e.getMessage() + howToResume(directory));
    } finally {
      forget(onSignal);
    }
  }

  private void announce(Plan plan, SuiteRun run, RunDirectory directory) {
    if (run.done() == run.total()) {
      out.println("The run is complete, with all of its " + run.total() + " forks; nothing to do");
      return;
    }
    out.printf(
        Locale.ROOT,
        "%d rows, %d of %d forks to do, about %s; results in %s%n",
        plan.rows().size(),
        run.total() - run.done(),
        run.total(),
        Minutes.of(
            Duration.ofMillis(
                plan.estimate().toMillis() * (run.total() - run.done()) / run.total())),
        directory.path());
  }

  private void stop(SuiteRun run, RunDirectory directory) {
    if (run.stop("ended by a signal")) {
      ForkWatchdog.killForks();
      out.println();
      out.println("Stopped with " + run.done() + " forks kept" + howToResume(directory));
    }
  }

  private static String howToResume(RunDirectory directory) {
    return "; go on with: suite --resume " + directory.path();
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The hook is running; it reports what there is to report.
    }
  }
}
