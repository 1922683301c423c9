package org.svabench.benchmarks.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.svabench.benchmarks.jmh.JmhOptions;
import org.svabench.benchmarks.suite.ForkFailed;
import org.svabench.benchmarks.suite.Plan;
import org.svabench.benchmarks.suite.Shard;
import org.svabench.benchmarks.suite.Suite;
import org.svabench.benchmarks.suite.SuiteSession;
import org.svabench.benchmarks.suite.Suites;
import org.svabench.results.input.BadInput;
import org.svabench.results.run.RunDirectory;
import org.svabench.results.run.RunState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** Runs a suite and shows what it found. */
@Command(
    name = "suite",
    sortOptions = false,
    description = {
      "Runs a suite: compared designs take turns fork by fork, every finished fork is kept.",
      "JMH's options work as in JMH: patterns and -e select rows, -p replaces values, -f is the",
      "number of rounds, -prof, -wi, -i, -w, -r, -rf, -rff and the others mean what they mean there."
    },
    footer = {
      "",
      "Suites: smoke (under 1 minute), headline and gate (under 6 minutes on 2 cores), full (hours;",
      "suite full --dry-run says how many).",
      "Example: java -jar benchmarks.jar suite smoke -prof gc",
      "         java -jar benchmarks.jar suite full --shard 1/8"
    })
final class SuiteCommand implements Callable<Integer> {
  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "the suite")
  private String name;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "parent of the run's folder (default: results/runs)")
  private Path out = RunDirectory.DEFAULT_PARENT;

  @Option(
      names = "--label",
      paramLabel = "LABEL",
      description = "last part of the folder's name (default: the suite's name)")
  private String label;

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description = "finish the run in this folder, with the options it began with")
  private Path resume;

  @Option(
      names = "--shard",
      paramLabel = "K/N",
      description = "run part K of N, from 1; rows of one comparison stay together; see merge")
  private String shard;

  @Option(names = "--dry-run", description = "show rows, order and time, and run nothing")
  private boolean dryRun;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "of the order in which compared designs take turns (default: 1)")
  private long seed = Suites.DEFAULT_SEED;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Unmatched private List<String> jmhArguments = new ArrayList<>();

  @Override
  public Integer call() {
    try {
      return resume == null ? start() : resume();
    } catch (ForkFailed e) {
      System.err.println("svabench: " + e.getMessage());
      return ExitCode.NOT_FINISHED;
    }
  }

  private int start() throws ForkFailed {
    if (name == null) {
      throw new BadInput(
          "suite: which one? "
              + String.join(", ", Suites.all().stream().map(Suite::name).toList()));
    }
    Suite suite = Suites.named(name);
    Shard part = shard == null ? null : Shard.of(shard);
    RunDirectory.checkLabel(label(part));
    if (dryRun) {
      Plan plan = Plan.of(suite, JmhOptions.parse(jmhArguments));
      System.out.print((part == null ? plan : plan.part(part)).describe(seed));
      return ExitCode.GOOD;
    }
    return code(session().start(suite, jmhArguments, out, label(part), seed, part));
  }

  private String label(Shard part) {
    if (label != null) {
      return label;
    }
    return part == null ? name : name + "-" + part.part() + "of" + part.parts();
  }

  private int resume() throws ForkFailed {
    if (!jmhArguments.isEmpty() || name != null || dryRun || label != null || shard != null) {
      throw new BadInput(
          "--resume goes on with the suite and the options the run began with; give no others");
    }
    return code(session().resume(resume));
  }

  private static SuiteSession session() {
    return new SuiteSession(System.out, Terminal.onStandardOutput());
  }

  private static int code(RunState state) {
    return state == RunState.FINISHED ? ExitCode.GOOD : ExitCode.NOT_FINISHED;
  }
}
