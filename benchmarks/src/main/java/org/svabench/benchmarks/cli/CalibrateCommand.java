package org.svabench.benchmarks.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.svabench.benchmarks.calibrate.Calibration;
import org.svabench.results.input.InputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code calibrate}: prices of a machine from what it measured about itself. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Turns a pasted dmar_perf_latency table (VT-d) or the output of dma_map_benchmark into a"
            + " cost file for --cost. Every line says how its figure was derived; tag A marks what"
            + " is assumed.",
    footer = {
      "",
      "Example: what invalidations cost on this machine",
      "",
      "  cd /sys/kernel/debug/iommu/intel; echo 1 > dmar_perf_latency; echo 2 > dmar_perf_latency",
      "  # run the workload, then",
      "  cat dmar_perf_latency > ~/latency",
      "  java -jar benchmarks.jar calibrate ~/latency -o my.cost",
      "  java -jar benchmarks.jar fanout --cost my.cost",
      "",
      "The formula and the file's form: benchmarks/docs/costs.md."
    })
final class CalibrateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The pasted text, gzipped or not.")
  private String file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "Write the cost file there; default: standard output.")
  private Path output;

  @Option(
      names = "--guest",
      description =
          "The table was read in a guest whose queue is trapped: a submission is priced as an exit.")
  private boolean guest;

  @Override
  public Integer call() {
    List<String> lines = Calibration.lines(file, InputFile.named(file).lines(), guest);
    if (output == null) {
      PrintWriter out = spec.commandLine().getOut();
      lines.forEach(out::println);
      out.flush();
      return ExitCode.GOOD;
    }
    OutputFile.write(output, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    return ExitCode.GOOD;
  }
}
