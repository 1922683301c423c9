package org.svabench.benchmarks.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.svabench.benchmarks.choice.Format;
import org.svabench.benchmarks.validation.ValidatedCurve;
import org.svabench.benchmarks.validation.ValidationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code validate}: the simulation held against published measurements. */
@Command(
    name = "validate",
    sortOptions = false,
    usageHelpWidth = 100,
    description =
        "Holds the simulation against published measurements: fitted on the stated part of each"
            + " curve, it predicts the rest. Published and predicted figures side by side, with the"
            + " error, misses included; what was fitted, on which points; what was taken as given.",
    footer = {
      "",
      "Example: java -jar benchmarks.jar validate --format md",
      "",
      "What the misses mean: benchmarks/docs/validation.md."
    })
final class ValidateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, json, csv or md (default: ${DEFAULT-VALUE})")
  private String format;

  @Override
  public Integer call() {
    Format written = Format.of(format);
    PrintWriter out = spec.commandLine().getOut();
    List<ValidatedCurve> curves = ValidatedCurve.all(progress());
    out.print(
        switch (written) {
          case TABLE -> ValidationReport.text(curves);
          case JSON -> ValidationReport.json(curves);
          case CSV -> ValidationReport.csv(curves);
          case MD -> ValidationReport.markdown(curves);
        });
    out.flush();
    return ExitCode.GOOD;
  }

  private Consumer<String> progress() {
    if (!Terminal.onStandardError()) {
      return unused -> {};
    }
    PrintWriter screen = spec.commandLine().getErr();
    return curve -> {
      screen.printf(Locale.ROOT, "\rfitting and predicting %s\u001b[K\r", curve);
      screen.flush();
    };
  }
}
