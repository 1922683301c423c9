package org.svabench.benchmarks.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.svabench.benchmarks.choice.DurationChoice;
import org.svabench.benchmarks.choice.RegexChoice;
import org.svabench.benchmarks.gate.OurRows;
import org.svabench.results.gate.Gate;
import org.svabench.results.gate.GateOptions;
import org.svabench.results.gate.fork.BenchmarkJar;
import org.svabench.results.gate.fork.Environment;
import org.svabench.results.gate.output.VerdictTable;
import org.svabench.results.gate.verdict.GateVerdict;
import org.svabench.results.gate.verdict.Rules;
import org.svabench.results.input.BadInput;
import org.svabench.results.run.DiskFault;
import org.svabench.results.run.MachineLock;
import org.svabench.results.run.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gate}: did the candidate get slower? */
@Command(
    name = "gate",
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Says whether the candidate got slower than the baseline: PASS, FAIL or INCONCLUSIVE. Works"
          + " on any two JMH jars (JMH 1.21 or later); what is measured runs in forks of their own"
          + " JMH.",
      "",
      "A fork of either jar take turns, window by window, so that both see the same slow moments of"
          + " the machine. FAIL: slower by more than the floor, and shown again by fresh pairs."
          + " PASS: not slower by the tolerance. Both are shown, never assumed."
    },
    footer = {
      "",
      "Exit codes: 0 pass, 1 fail, 2 bad usage or input, 3 inconclusive, 4 invalid measurement,",
      "5 a benchmark did not run.",
      "",
      "Examples:",
      "  java -jar benchmarks.jar gate --baseline main.jar --candidate pr.jar --budget 10m",
      "  java -jar benchmarks.jar gate --baseline a.jar --candidate b.jar --include Parser \\",
      "      --tolerance 5%% --tolerance Parser.big=10%% --inconclusive pass",
      "  java -jar benchmarks.jar gate --replay results/runs/20261122T074500Z-gate",
      "  java -jar benchmarks.jar gate --exact"
    })
final class GateCommand implements Callable<Integer> {
  /** What an undecided row does to the exit code. */
  enum Inconclusive {
    fail,
    warn,
    pass
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--baseline",
      paramLabel = "JAR",
      description = "what the candidate is held against")
  private Path baseline;

  @Option(names = "--candidate", paramLabel = "JAR", description = "what is to be let in")
  private Path candidate;

  @Option(
      names = "--include",
      paramLabel = "REGEX",
      description =
          "benchmarks, as in JMH; may be given several times (default: all; of a svabench jar the"
              + " rows of suite gate)")
  private List<String> includes = List.of();

  @Option(
      names = "-p",
      paramLabel = "NAME=V,...",
      description = "values of a benchmark parameter, as in JMH")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--jvm-args",
      paramLabel = "ARGS",
      description = "JVM arguments of both sides' forks, put behind the benchmarks' own")
  private String jvmArguments = "";

  @Mixin private MarginOptions margins;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      description = "wall time for everything, such as 10m (default: as long as it takes)")
  private String budget;

  @Option(
      names = "--inconclusive",
      paramLabel = "fail|warn|pass",
      description = "exit code of an undecided gate: 1, 3 or 0 (default: ${DEFAULT-VALUE})")
  private Inconclusive inconclusive = Inconclusive.warn;

  @Option(
      names = "--exact-counter",
      paramLabel = "REGEX",
      description = "secondary results, by the whole name, that must be equal (default: our own)")
  private String exactCounter;

  @Option(
      names = "--prof",
      paramLabel = "NAME",
      description = "one more JMH profiler in every fork, to count with")
  private List<String> profilers = List.of();

  @Option(
      names = "--adjacent",
      paramLabel = "REGEX",
      description =
          "rows whose two forks must not be alive together (always so for several threads and for"
              + " single shots)")
  private String adjacent;

  @Option(
      names = "--ruler",
      paramLabel = "REGEX",
      description =
          "rows that are known not to differ between the jars: not judged, but where they do differ"
              + " the run is invalid (default: those of a svabench jar)")
  private String ruler;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "of the order of pairs (default: from the clock)")
  private Long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "parent of the run's folder (default: results/runs)")
  private Path out = RunDirectory.DEFAULT_PARENT;

  @Option(
      names = "--label",
      paramLabel = "LABEL",
      description = "last part of the folder's name (default: gate)")
  private String label = "gate";

  @Option(
      names = "--replay",
      paramLabel = "RUN",
      description = "judge the pairs kept in this folder again, and measure nothing")
  private Path replay;

  @Option(names = "--dry-run", description = "list what would be measured, and measure nothing")
  private boolean dryRun;

  @Mixin private ExactOptions exact;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Override
  public Integer call() {
    if (exact.asked()) {
      if (baseline != null || candidate != null || replay != null) {
        throw new BadInput(
            "gate: --exact holds this jar against kept figures; it takes no other jar and no run");
      }
      return exact.run(spec.commandLine().getOut());
    }
    if (replay != null && (baseline != null || candidate != null)) {
      throw new BadInput("gate: --replay measures nothing; it takes no jars");
    }
    return replay == null ? measure() : judged(Gate.replay(replay), replay);
  }

  private int measure() {
    if (baseline == null || candidate == null) {
      throw new BadInput(
          "gate: needs --baseline JAR and --candidate JAR, or --replay RUN, or --exact; see gate"
              + " --help");
    }
    if (dryRun) {
      return GateDryRun.show(options());
    }
    GateOptions options = options();
    MachineLock alone;
    try {
      alone = MachineLock.take();
    } catch (MachineLock.NotTaken e) {
      System.err.println("svabench: " + e.getMessage());
      return ExitCode.NOT_FINISHED;
    }
    try {
      return measure(options);
    } finally {
      alone.close();
    }
  }

  private int measure(GateOptions options) {
    Gate gate = new Gate(options, new GateScreen(System.out, Terminal.onStandardOutput()));
    Thread onSignal = onSignal(gate);
    Runtime.getRuntime().addShutdownHook(onSignal);
    try {
      GateVerdict verdict = gate.run();
      Gate.publish(gate.folder(), verdict);
      return judged(verdict, gate.folder());
    } catch (IOException e) {
      System.err.println("svabench: " + DiskFault.in(e) + kept(gate));
      return ExitCode.NOT_FINISHED;
    } catch (InterruptedException e) {
      return ExitCode.NOT_FINISHED;
    } finally {
      forget(onSignal);
    }
  }

  private Thread onSignal(Gate gate) {
    Thread measuring = Thread.currentThread();
    return new Thread(
        () -> {
          gate.stop();
          System.out.println();
          System.out.println("Stopped" + kept(gate));
          try {
            // It deletes its temporary files.
            measuring.join(Duration.ofSeconds(2).toMillis());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        },
        "svabench-stop");
  }

  private static String kept(Gate gate) {
    return gate.keptAnything()
        ? "; what was measured is kept: gate --replay " + gate.folder()
        : "; nothing was measured yet";
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The hook is running; it says what there is to say.
    }
  }

  private int judged(GateVerdict verdict, Path folder) {
    System.out.println(new VerdictTable(verdict).text());
    System.out.println("Files: " + folder);
    return switch (verdict.outcome()) {
      case PASS -> ExitCode.GOOD;
      case FAIL -> ExitCode.NO;
      case INVALID -> ExitCode.INVALID;
      case BROKEN -> ExitCode.NOT_FINISHED;
      case INCONCLUSIVE ->
          switch (inconclusive) {
            case fail -> ExitCode.NO;
            case warn -> ExitCode.INCONCLUSIVE;
            case pass -> ExitCode.GOOD;
          };
    };
  }

  private GateOptions options() {
    RunDirectory.checkLabel(label);
    checkNames();
    BenchmarkJar a = BenchmarkJar.of("--baseline", baseline);
    BenchmarkJar b = BenchmarkJar.of("--candidate", candidate);
    OurRows ours = OurRows.of(a, b);
    List<String> counting = new ArrayList<>(ours.profilers());
    counting.addAll(profilers);
    return new GateOptions(
        a,
        b,
        targets(ours),
        new Environment(Environment.currentJava(), jvmArguments, counting),
        rules(ours),
        GateOptions.STANDARD_SHAPE,
        budget == null ? null : DurationChoice.of("--budget", budget),
        adjacent == null ? null : RegexChoice.of("--adjacent", adjacent),
        ruler == null ? ours.rulers() : RegexChoice.of("--ruler", ruler),
        OurRows.empty(),
        seed == null ? System.nanoTime() : seed,
        out,
        label);
  }

  private void checkNames() {
    parameters.forEach(
        (name, values) -> {
          if (name.isBlank() || !values.matches("[^,]+(,[^,]+)*")) {
            throw new BadInput("-p " + name + "=" + values + ": write NAME=VALUE,...");
          }
        });
    if (profilers.stream().anyMatch(String::isBlank)) {
      throw new BadInput("--prof: the name is empty; java -jar JAR -lprof lists profilers");
    }
  }

  private List<GateOptions.Target> targets(OurRows ours) {
    if (includes.isEmpty() && parameters.isEmpty()) {
      return ours.targets();
    }
    List<String> patterns = includes.isEmpty() ? List.of(".*") : includes;
    patterns.forEach(pattern -> RegexChoice.of("--include", pattern));
    return patterns.stream().map(i -> new GateOptions.Target(i, parameters)).toList();
  }

  private Rules rules(OurRows ours) {
    return margins
        .applyTo(Rules.standard())
        .withExactCounters(
            exactCounter == null
                ? ours.exactCounters()
                : RegexChoice.of("--exact-counter", exactCounter).pattern());
  }
}
