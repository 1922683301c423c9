package org.svabench.benchmarks.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.svabench.benchmarks.choice.RegexChoice;
import org.svabench.results.compare.SideBySide;
import org.svabench.results.input.BadInput;
import org.svabench.results.jmh.JmhJson;
import org.svabench.results.run.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows two results of JMH side by side. */
@Command(
    name = "compare",
    sortOptions = false,
    description = {
      "Shows two results of JMH side by side: any JMH JSON file, or the folder of a run.",
      "Exact counts are held against each other as they are, scores as ratios with intervals.",
      "It shows and does not judge: the exit code is 0 whatever the difference."
    },
    footer = {"", "Example: java -jar benchmarks.jar compare before.json after.json"})
final class CompareCommand implements Callable<Integer> {
  private static final String USUAL_METRICS =
      "commands|waits|exits|coveredPages|gc\\.alloc\\.rate\\.norm|.*\\.p50|.*\\.p99";

  /** What the output looks like. */
  enum Format {
    text,
    md
  }

  @Parameters(index = "0", paramLabel = "BASE", description = "the result to compare with")
  private Path base;

  @Parameters(index = "1", paramLabel = "CANDIDATE", description = "the result in question")
  private Path candidate;

  @Option(
      names = "--metrics",
      paramLabel = "REGEX",
      description = "secondary metrics to show, by their whole name (default: ${DEFAULT-VALUE})")
  private String metrics = USUAL_METRICS;

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "${COMPLETION-CANDIDATES} (default: text)")
  private Format format = Format.text;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Override
  public Integer call() {
    SideBySide compared =
        new SideBySide(side(base), side(candidate), RegexChoice.of("--metrics", metrics));
    if (compared.common() == 0) {
      throw new BadInput(
          base + " and " + candidate + " have no row in common: other benchmarks or parameters");
    }
    System.out.print(compared.render(format == Format.md));
    return ExitCode.GOOD;
  }

  private static SideBySide.Side side(Path source) {
    return new SideBySide.Side(JmhJson.read(source), RunDirectory.recordOf(source));
  }
}
