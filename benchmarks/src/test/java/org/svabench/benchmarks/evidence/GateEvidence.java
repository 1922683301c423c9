package org.svabench.benchmarks.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.svabench.benchmarks.choice.DurationChoice;
import org.svabench.results.gate.GateOptions;
import org.svabench.results.gate.record.Shape;
import org.svabench.results.gate.verdict.Looks;
import org.svabench.results.gate.verdict.Rules;
import org.svabench.results.input.BadInput;
import org.svabench.results.run.AtomicFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The three commands behind the published rates; see {@code results/docs/gate.md}. */
@Command(name = "GateEvidence", description = "Where the gate's published rates come from.")
public final class GateEvidence {
  private GateEvidence() {}

  /**
   * Runs a command and exits: 0 done, 2 bad usage or input, 5 not finished.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine commands = new CommandLine(new GateEvidence());
    commands.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          if (failure instanceof BadInput || failure instanceof IOException) {
            command.getErr().println("GateEvidence: " + failure.getMessage());
            return failure instanceof BadInput ? 2 : 5;
          }
          throw failure;
        });
    return commands;
  }

  private static List<Kernel> kernels(String pattern) {
    List<Kernel> chosen =
        Kernel.ALL.stream()
            .filter(kernel -> Pattern.compile(pattern).matcher(kernel.name()).find())
            .toList();
    if (chosen.isEmpty()) {
      throw new BadInput(
          "--kernels "
              + pattern
              + ": there are "
              + String.join(", ", Kernel.ALL.stream().map(Kernel::name).toList()));
    }
    return chosen;
  }

  private static List<RecordedPair> shortened(List<RecordedPair> pairs, int[] windows) {
    Shape recorded = GateOptions.STANDARD_SHAPE;
    if (windows.length != 2
        || windows[0] < 0
        || windows[1] < 2
        || windows[0] + windows[1] > recorded.warmups() + recorded.measurements()) {
      throw new BadInput(
          "--shape: write W+M with M at least 2 and no more windows in all than "
              + recorded.warmups()
              + "+"
              + recorded.measurements());
    }
    Shape shape = new Shape(windows[0], windows[1], recorded.windowMillis());
    return pairs.stream().map(pair -> pair.of(shape)).toList();
  }

  private static Rules withLooks(Integer failFrom, int[] looks) {
    if (!Looks.canBe(looks)) {
      throw new BadInput("--looks: write rising numbers of pairs, such as 8,12,18");
    }
    if (failFrom != null && failFrom > looks[looks.length - 1]) {
      throw new BadInput("--fail-from " + failFrom + ": more than the pairs of the last look");
    }
    return Rules.standard().withLooks(failFrom, looks);
  }

  private static Path folder(Path out) throws IOException {
    return Files.createDirectories(out);
  }

  @Command(
      name = "record",
      mixinStandardHelpOptions = true,
      description = "records real pairs, or goes on with a recording")
  int record(
      @Option(names = "--for", required = true, description = "wall time, such as 9h") String time,
      @Option(names = "--out", required = true, description = "folder; pairs.jsonl.gz in it")
          Path out,
      @Option(names = "--kernels", defaultValue = "", description = "regular expression")
          String kernels,
      @Option(names = "--sizes", split = ",", description = "repeats of the candidate")
          List<Integer> sizes,
      @Option(
              names = "--purpose",
              defaultValue = "RATES",
              description =
                  "RATES: the published ones; PLACES: turnstile pairs alone, of which the scheduler"
                      + " places every other one")
          Recorder.Purpose purpose,
      @Option(names = "--seed", defaultValue = "1", description = "of the orders") long seed)
      throws IOException, InterruptedException {
    DataSet data = new DataSet(folder(out).resolve("pairs.jsonl"));
    List<Integer> chosen = sizes == null ? Recorder.SIZES : sizes;
    new Recorder(kernels(kernels), chosen, purpose, data, System.out, seed)
        .record(DurationChoice.of("--for", time));
    System.out.println(data.pack());
    return 0;
  }

  @Command(
      name = "evaluate",
      mixinStandardHelpOptions = true,
      description = "resamples recorded pairs into decisions; prints the table")
  int evaluate(
      @Parameters(arity = "1..*", description = "recordings") List<String> recordings,
      @Option(names = "--decisions", defaultValue = "1000", description = "per kernel and size")
          int decisions,
      @Option(names = "--seed", defaultValue = "1", description = "of the draws") long seed,
      @Option(
              names = "--shape",
              split = "\\+",
              description = "forks of W+M windows, 20+20 or shorter: as if recorded so")
          int[] shape,
      @Option(
              names = "--pooled",
              description =
                  "let every pair stand for every size, both ways round: more to draw from, and no"
                      + " sample is faster or slower than its size says")
          boolean pooled,
      @Option(names = "--looks", split = ",", description = "other looks than the gate's")
          int[] looks,
      @Option(names = "--fail-from", description = "with --looks: pairs from which one may fail")
          Integer failFrom,
      @Option(names = "-o", description = "write the table there too") Path output)
      throws IOException {
    List<RecordedPair> pairs = DataSet.read(recordings);
    if (shape != null) {
      pairs = shortened(pairs, shape);
    }
    if (pooled) {
      pairs = RecordedPair.pooled(pairs);
    }
    Rules rules = looks == null ? Rules.standard() : withLooks(failFrom, looks);
    String table =
        (pooled ? "Pooled: ten of the pairs below are one that was recorded.\n\n" : "")
            + Evaluation.of(pairs, rules, decisions, seed).markdown();
    System.out.print(table);
    if (output != null) {
      AtomicFile.write(output, table);
    }
    return 0;
  }

  @Command(
      name = "spread",
      mixinStandardHelpOptions = true,
      description = "says what recorded pairs differ by, beside what was put into them")
  int spread(@Parameters(arity = "1..*", description = "recordings") List<String> recordings) {
    System.out.print(Spread.of(DataSet.read(recordings)).toMarkdown());
    return 0;
  }

  @Command(
      name = "decide",
      mixinStandardHelpOptions = true,
      description =
          "runs the gate on a jar against itself, or one with more work; logs the verdicts, and"
              + " adds pairs to the recording")
  int decide(
      @Option(names = "--for", required = true, description = "wall time, such as 7h") String time,
      @Option(
              names = "--out",
              required = true,
              description = "folder; decisions.jsonl and pairs.jsonl.gz in it")
          Path out,
      @Option(names = "--kernels", defaultValue = "", description = "regular expression")
          String kernels,
      @Option(names = "--more", defaultValue = "0", description = "work of the candidate, per cent")
          int more)
      throws IOException, InterruptedException {
    Path log = folder(out).resolve("decisions.jsonl");
    DataSet data = new DataSet(out.resolve("pairs.jsonl"));
    new RealDecisions(kernels(kernels), more, log, data, System.out)
        .run(DurationChoice.of("--for", time), out.resolve("runs"));
    System.out.println(data.pack());
    System.out.print(RealDecisions.summary(List.of(log.toString())));
    return 0;
  }

  @Command(
      name = "decided",
      mixinStandardHelpOptions = true,
      description = "says what logged decisions amount to")
  int decided(@Parameters(arity = "1..*", description = "logs") List<String> logs) {
    System.out.print(RealDecisions.summary(logs));
    return 0;
  }
}
