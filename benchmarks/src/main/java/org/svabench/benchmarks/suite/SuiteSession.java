package org.svabench.benchmarks.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.svabench.benchmarks.jmh.BlackholeMode;
import org.svabench.benchmarks.jmh.JmhOptions;
import org.svabench.results.doctor.Doctor;
import org.svabench.results.doctor.ForkWatch;
import org.svabench.results.doctor.Pulse;
import org.svabench.results.input.BadInput;
import org.svabench.results.run.JavaRecord;
import org.svabench.results.run.MachineProbe;
import org.svabench.results.run.MachineRecord;
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
    touchResultFile(options);
    Instant now = Instant.now();
    RunDirectory directory = RunDirectory.create(parent, label, now);
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
            examined(),
            JavaRecord.current(),
            List.of(),
            List.of());
    return run(plan, directory, record, false);
  }

  private MachineRecord examined() {
    return probe.machine().examined(Doctor.examine(probe, Pulse.take(probe), BlackholeMode.now()));
  }

  /**
   * Takes up a run where it was left.
   *
   * @param folder of the run
   * @return how it ended
   * @throws ForkFailed if nothing could run any more; what was finished is kept
   * @throws BadInput if it is no run, or jar, JVM or machine are others than it began with
   */
  public RunState resume(Path folder) throws ForkFailed {
    RunDirectory directory = RunDirectory.open(folder);
    RunRecord record = directory.read();
    Resumable.check(folder, record, RunningJar.record(), probe.machine(), JavaRecord.current());
    CommandLineOptions options = JmhOptions.parse(record.suite().arguments());
    Suite suite = Suites.of(record.suite().name(), options);
    String shard = record.suite().shard();
    return run(
        plan(suite, options, shard == null ? null : Shard.of(shard)), directory, record, true);
  }

  private static Plan plan(Suite suite, CommandLineOptions options, Shard shard) {
    Plan whole = Plan.of(suite, options);
    return shard == null ? whole : whole.part(shard);
  }

  private RunState run(Plan plan, RunDirectory directory, RunRecord record, boolean resumed)
      throws ForkFailed {
    CommandLineOptions options = JmhOptions.parse(record.suite().arguments());
    RunFiles files = new RunFiles(directory, record);
    SuiteRun run =
        new SuiteRun(
            plan,
            record.suite().seed(),
            files,
            new JmhForkRunner(record.suite().arguments(), directory.path().resolve("jmh.log")),
            new ScreenProgress(out, terminal),
            ForkWatch.over(probe));
    Thread onSignal = new Thread(() -> stop(run, directory), "svabench-stop");
    Runtime.getRuntime().addShutdownHook(onSignal);
    try {
      if (resumed) {
        run.takeUp(files.forks().all());
      }
      announce(plan, run, directory);
      RunState state = run.run();
      out.println(files.summary(run.rows()));
      alsoInTheFormatAskedFor(options, run);
      out.println("Files: " + directory.path());
      return state;
    } catch (IOException e) {
      throw ForkFailed.ofRun(
          "cannot write " + directory.path() + ": " + e.getMessage() + howToResume(directory));
    } catch (ForkFailed e) {
      throw ForkFailed.ofRun(e.getMessage() + howToResume(directory));
    } finally {
      forget(onSignal);
    }
  }

  private void announce(Plan plan, SuiteRun run, RunDirectory directory) {
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

  /** {@code -rf} and {@code -rff} mean in a suite what they mean in JMH: one more file. */
  private void alsoInTheFormatAskedFor(CommandLineOptions options, SuiteRun run) {
    if (!asksForResultFile(options)) {
      return;
    }
    String file = resultFile(options);
    List<RunResult> results =
        run.rows().stream().filter(row -> !row.isEmpty()).map(RowForks::result).toList();
    ResultFormatFactory.getInstance(resultFormat(options), file).writeOut(results);
    out.println("JMH's results: " + file);
  }

  /** As JMH does, before anything is measured: minutes must not end in a file that cannot be. */
  private static void touchResultFile(CommandLineOptions options) {
    if (!asksForResultFile(options)) {
      return;
    }
    String file = resultFile(options);
    try {
      Files.write(Path.of(file), new byte[0], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException | InvalidPathException e) {
      throw new BadInput("-rff: cannot write " + file);
    }
  }

  private static boolean asksForResultFile(CommandLineOptions options) {
    return options.getResultFormat().hasValue() || options.getResult().hasValue();
  }

  private static ResultFormatType resultFormat(CommandLineOptions options) {
    return options.getResultFormat().orElse(ResultFormatType.CSV);
  }

  private static String resultFile(CommandLineOptions options) {
    return options
        .getResult()
        .orElse("jmh-result." + resultFormat(options).name().toLowerCase(Locale.ROOT));
  }
}
