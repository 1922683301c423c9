package org.svabench.benchmarks.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.Callable;
import org.svabench.benchmarks.choice.RegexChoice;
import org.svabench.results.exchange.Export;
import org.svabench.results.exchange.ExportFormat;
import org.svabench.results.exchange.ExportOptions;
import org.svabench.results.exchange.Exported;
import org.svabench.results.input.BadInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}: a result in the format of another tool. */
@Command(
    name = "export",
    sortOptions = false,
    description = {
      "Writes a result in the format of another tool. RUN is the folder of a run, or any JMH JSON"
          + " file.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  java -jar benchmarks.jar export results/runs/20261122T074500Z-headline --format"
          + " openmetrics",
      "  java -jar benchmarks.jar export jmh-result.json --format github-action-benchmark -o"
          + " b.json",
      "",
      "What each format holds: results/docs/reports.md."
    })
final class ExportCommand implements Callable<Integer> {
  /** The formats, for the help text. */
  static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(ExportFormat.values()).map(ExportFormat::label).iterator();
    }
  }

  @Parameters(paramLabel = "RUN", description = "the folder of a run, or a JMH JSON file")
  private Path run;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "F",
      completionCandidates = Formats.class,
      description = "${COMPLETION-CANDIDATES}")
  private String format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "write there instead of to standard output; replaced as a whole")
  private Path output;

  @Option(
      names = "--timestamps",
      description =
          "openmetrics: give each sample the time of the run, for promtool tsdb create-blocks-from;"
              + " a scraped file must have none")
  private boolean timestamps;

  @Option(
      names = "--call",
      paramLabel = "REGEX",
      description = "hlog, hgrm: timed calls whose name it is found in (default: all)")
  private String calls;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Override
  public Integer call() {
    ExportFormat chosen = ExportFormat.of(format);
    if (timestamps && chosen != ExportFormat.OPENMETRICS) {
      throw new BadInput("--timestamps goes with --format openmetrics");
    }
    if (calls != null && chosen != ExportFormat.HLOG && chosen != ExportFormat.HGRM) {
      throw new BadInput("--call goes with --format hlog and hgrm");
    }
    Exported source = Exported.of(run);
    ExportOptions options =
        new ExportOptions(timestamps, calls == null ? null : RegexChoice.of("--call", calls));
    try {
      Export export = chosen.export(source, options);
      write(export.content());
      if (export.leftOut() > 0) {
        System.err.println(
            "svabench: "
                + export.leftOut()
                + " figures are not finite (NaN, INF) and were left out of "
                + chosen.label());
      }
      return ExitCode.GOOD;
    } catch (IOException e) {
      throw new BadInput(run + ": cannot be read: " + e.getMessage());
    }
  }

  private void write(byte[] content) throws IOException {
    if (output == null) {
      // Bytes: what a file is to hold does not depend on the terminal's encoding.
      OutputStream out = System.out;
      out.write(content);
      out.flush();
    } else {
      OutputFile.write(output, content);
    }
  }
}
