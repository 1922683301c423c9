package org.svabench.benchmarks.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.svabench.benchmarks.suite.Suites;
import org.svabench.results.exchange.ImportedRun;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.JsonDocument;
import org.svabench.results.jmh.JmhJson;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.run.ComparisonRecord;
import org.svabench.results.run.DiskFault;
import org.svabench.results.run.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: anybody's JMH JSON as a run. */
@Command(
    name = "import",
    sortOptions = false,
    description = {
      "Makes a run of a JMH JSON file, of any benchmark and any JMH version, so that report, export"
          + " and compare take it like a run made here. The file is kept as it is.",
      ""
    },
    footer = {
      "",
      "Example: java -jar benchmarks.jar import jctools.json --revision v4.0.5 --label jctools"
    })
final class ImportCommand implements Callable<Integer> {
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  @Parameters(paramLabel = "FILE", description = "JMH JSON, as jmh -rf json writes it")
  private Path file;

  @Option(
      names = "--label",
      paramLabel = "LABEL",
      description = "last part of the folder's name (default: the file's name)")
  private String label;

  @Option(
      names = "--revision",
      paramLabel = "REV",
      description = "git revision that was measured (default: unknown)")
  private String revision;

  @Option(
      names = "--time",
      paramLabel = "TIME",
      description =
          "when it was measured, such as 2026-11-22T07:45:00Z; JMH does not say (default: when the"
              + " file was last changed)")
  private String time;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "parent of the run's folder (default: results/runs)")
  private Path out = RunDirectory.DEFAULT_PARENT;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Override
  public Integer call() {
    if (revision != null && revision.isBlank()) {
      throw new BadInput("--revision: it is empty; name a git revision");
    }
    // Read once: it may be a pipe.
    JsonDocument document = JmhJson.document(file);
    List<JmhResult> results = JmhJson.of(document);
    try {
      RunDirectory run =
          ImportedRun.of(
              document,
              new ImportedRun.Options(
                  out,
                  label == null ? labelOf(file) : label,
                  revision,
                  time(),
                  comparison(results)));
      System.out.println("Files: " + run.path());
      return ExitCode.GOOD;
    } catch (UncheckedIOException e) {
      throw cannotWrite(e.getCause());
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private BadInput cannotWrite(IOException e) {
    return new BadInput("--out " + out + ": cannot be written: " + DiskFault.in(e));
  }

  private Instant time() throws IOException {
    if (time == null) {
      return Files.getLastModifiedTime(file).toInstant();
    }
    try {
      Instant measured = Instant.parse(time);
      if (measured.isBefore(Instant.EPOCH) || measured.isAfter(LAST)) {
        throw new DateTimeException("a folder's name has four digits for the year");
      }
      return measured;
    } catch (DateTimeException e) {
      throw new BadInput("--time " + time + ": not a time; write 2026-11-22T07:45:00Z");
    }
  }

  private static String labelOf(Path file) {
    String stem = file.getFileName().toString().replaceFirst("\\.json$", "");
    String plain = stem.replaceAll("[^A-Za-z0-9._-]+", "-").replaceFirst("^[^A-Za-z0-9]+", "");
    return plain.isEmpty() ? ImportedRun.SUITE : plain.substring(0, Math.min(80, plain.length()));
  }

  /** Rows of our own benchmarks compete by design; what competes in others nobody said. */
  private static ComparisonRecord comparison(List<JmhResult> results) {
    ComparisonRecord ours = Suites.COMPARISON;
    return results.stream()
            .anyMatch(
                row ->
                    ours.baseline().equals(row.params().get(ours.compared()))
                        && row.params().containsKey(ours.place()))
        ? ours
        : null;
  }
}
