package org.svabench.benchmarks.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.svabench.results.exchange.PublishedRun;
import org.svabench.results.input.BadInput;
import org.svabench.results.report.Report;
import org.svabench.results.report.Site;
import org.svabench.results.run.AtomicFile;
import org.svabench.results.run.DiskFault;
import org.svabench.results.run.WholeFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report}: a run as one HTML file. */
@Command(
    name = "report",
    sortOptions = false,
    description = {
      "Makes one HTML file of a run: the answer, charts with their tables, machine and warnings. It"
          + " holds everything it needs and loads nothing. Of several runs it shows the newest, and"
          + " the history of all with changes marked.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  java -jar benchmarks.jar report results/runs/20261122T074500Z-headline -o report.html",
      "  java -jar benchmarks.jar replay my.strace --format json > replay.json",
      "  java -jar benchmarks.jar report results/runs/20261122T074500Z-headline replay.json",
      "  java -jar benchmarks.jar report results/runs/20261122T074500Z-headline --site public"
    })
final class ReportCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "RUN",
      arity = "1..*",
      description =
          "folder of a run, JMH JSON file of any benchmark, or what replay, fanout or simulate"
              + " print with --format json")
  private List<Path> sources;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "the file to write (default: ${DEFAULT-VALUE}); replaced as a whole")
  private Path output = Path.of("report.html");

  @Option(
      names = "--site",
      paramLabel = "DIR",
      description =
          "instead of one file add the runs to a folder that any web server can hand out: a page"
              + " per run and an index with the history")
  private Path site;

  @Option(
      names = "--publish",
      paramLabel = "DIR",
      description =
          "instead of one file copy each run into this folder, without paths of this machine, logs"
              + " and what it is resumed from, and with its report")
  private Path publish;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Override
  public Integer call() {
    if (site != null) {
      return addToSite();
    }
    if (publish != null) {
      return publish();
    }
    Path folder = output.toAbsolutePath().getParent();
    OutputFile.write(output, Report.of(sources, folder).getBytes(StandardCharsets.UTF_8));
    System.out.println("Report: " + output);
    return ExitCode.GOOD;
  }

  private int addToSite() {
    try {
      int runs = Site.add(site, sources);
      System.out.println("Site: " + site.resolve("index.html") + ", " + runs + " runs");
      return ExitCode.GOOD;
    } catch (IOException e) {
      throw new BadInput("--site " + site + ": cannot be written: " + DiskFault.in(e));
    }
  }

  private int publish() {
    try {
      for (Path source : sources) {
        Path copy = PublishedRun.of(source, publish);
        WholeFolder.fill(
            copy,
            () -> AtomicFile.write(copy.resolve("report.html"), Report.of(List.of(copy), copy)));
        System.out.println("Published: " + copy);
      }
      return ExitCode.GOOD;
    } catch (IOException e) {
      throw new BadInput("--publish " + publish + ": cannot be written: " + DiskFault.in(e));
    }
  }
}
