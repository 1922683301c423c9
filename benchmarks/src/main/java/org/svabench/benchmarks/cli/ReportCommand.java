package org.svabench.benchmarks.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.svabench.results.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report}: a run as one HTML file. */
@Command(
    name = "report",
    sortOptions = false,
    description = {
      "Makes one HTML file of a run: the answer, charts with their tables, machine and warnings. It"
          + " holds everything it needs and loads nothing.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  java -jar benchmarks.jar report results/runs/20261122T074500Z-headline -o report.html",
      "  java -jar benchmarks.jar replay my.strace --format json > replay.json",
      "  java -jar benchmarks.jar report results/runs/20261122T074500Z-headline replay.json"
    })
final class ReportCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "RUN",
      arity = "1..*",
      description =
          "folder of a run, JMH JSON file of any benchmark, or what replay or fanout print with"
              + " --format json")
  private List<Path> sources;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "the file to write (default: ${DEFAULT-VALUE}); replaced as a whole")
  private Path output = Path.of("report.html");

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Override
  public Integer call() {
    OutputFile.write(output, Report.of(sources).getBytes(StandardCharsets.UTF_8));
    System.out.println("Report: " + output);
    return ExitCode.GOOD;
  }
}
