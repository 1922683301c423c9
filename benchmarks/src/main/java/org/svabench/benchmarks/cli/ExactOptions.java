package org.svabench.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.svabench.benchmarks.baseline.ExactFigures;
import org.svabench.benchmarks.suite.RunningJar;
import org.svabench.results.baseline.Baseline;
import org.svabench.results.input.BadInput;
import org.svabench.results.run.DiskFault;
import picocli.CommandLine.Option;

/** {@code gate --exact}: does this build reproduce the kept figures? */
final class ExactOptions {
  private static final Path USUAL = Path.of("results", "baselines");

  @Option(
      names = "--exact",
      description =
          "compare this jar's exact figures (commands, waits, submissions, exits, covered pages,"
              + " bytes) with the kept ones, in seconds and without a second jar")
  private boolean exact;

  @Option(
      names = "--update",
      description = "with --exact: show the differences and keep the figures of this jar")
  private boolean update;

  @Option(
      names = "--baselines",
      paramLabel = "DIR",
      description =
          "with --exact: where the figures are kept (default: results/baselines of the working"
              + " directory or of the jar's)")
  private Path folder;

  boolean asked() {
    if (!exact && (update || folder != null)) {
      throw new BadInput("gate: --update and --baselines go with --exact");
    }
    return exact;
  }

  int run(PrintWriter out) {
    Path kept = folder();
    int rows = 0;
    int differences = 0;
    List<Baseline> computed = ExactFigures.compute();
    if (!update
        && computed.stream().noneMatch(now -> Files.exists(Baseline.file(kept, now.concern())))) {
      throw new BadInput(
          kept + ": no figures are kept there; gate --exact --update puts those of this jar there");
    }
    // A file that cannot be read is found before anything is printed or written.
    Map<Baseline, List<String>> differing = new LinkedHashMap<>();
    for (Baseline now : computed) {
      differing.put(now, Baseline.read(kept, now.concern()).differences(now));
    }
    for (Baseline now : computed) {
      List<String> lines = differing.get(now);
      rows += now.size();
      differences += lines.size();
      if (!lines.isEmpty()) {
        out.println(Baseline.file(kept, now.concern()) + ":");
        lines.forEach(line -> out.println("  " + line));
        if (update) {
          write(now, kept);
        }
      }
    }
    out.println(
        rows
            + " rows of exact figures, "
            + (differences == 0
                ? "all as in " + kept
                : differences + (update ? " updated in " : " differ from ") + kept));
    if (differences > 0 && !update) {
      out.println("If that is meant: gate --exact --update, and commit what it changes.");
    }
    out.flush();
    return differences == 0 || update ? ExitCode.GOOD : ExitCode.NO;
  }

  private Path folder() {
    if (folder != null) {
      if (!Files.isDirectory(folder)) {
        throw new BadInput("--baselines " + folder + ": no such folder");
      }
      return folder;
    }
    return Stream.concat(
            Stream.of(USUAL), RunningJar.file().map(jar -> jar.resolveSibling(USUAL)).stream())
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow(
            () ->
                new BadInput(
                    "gate --exact: there is no "
                        + USUAL
                        + " here nor beside the jar; run it in a checkout, or name the folder with"
                        + " --baselines"));
  }

  private static void write(Baseline figures, Path kept) {
    try {
      figures.write(kept);
    } catch (IOException e) {
      throw new BadInput(kept + ": cannot be written: " + DiskFault.in(e));
    }
  }
}
