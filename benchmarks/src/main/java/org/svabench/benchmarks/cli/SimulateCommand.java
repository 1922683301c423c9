package org.svabench.benchmarks.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.svabench.benchmarks.choice.Format;
import org.svabench.benchmarks.choice.SlowDeviceChoice;
import org.svabench.benchmarks.simulation.BlastReport;
import org.svabench.benchmarks.simulation.BlastRow;
import org.svabench.benchmarks.simulation.SlowDevice;
import org.svabench.benchmarks.simulation.SweepPoint;
import org.svabench.benchmarks.simulation.SweepReport;
import org.svabench.benchmarks.simulation.SweepRow;
import org.svabench.benchmarks.simulation.Timing;
import org.svabench.results.input.BadInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simulate}: more CPUs than this machine has. */
@Command(
    name = "simulate",
    sortOptions = false,
    usageHelpWidth = 100,
    description =
        "Many CPUs that notify at once, simulated as discrete events over the locks, command queues"
            + " and prices. Each notification sends what the model sends. Several values of an"
            + " option, separated by commas, are swept: a row for each combination. The same"
            + " options and seed give the same bytes anywhere.",
    footer = {
      "",
      "Examples:",
      "",
      "  java -jar benchmarks.jar simulate --topology spr-2s-dsa-iaa --cpus 1,8,32,144",
      "  java -jar benchmarks.jar simulate --topology azure-vm-144:1 --design smmu-6.11 --cpus 32"
          + " \\",
      "      --range 511p,2m --ril off,on --depth 256,normal",
      "  java -jar benchmarks.jar simulate --topology epyc-2s-8iommu --poll lock,outside --mms"
          + " cpus",
      "  java -jar benchmarks.jar simulate --topology spr-2s-dsa-iaa --cpus 32 --slow 0=100ms,0=1s",
      "",
      "What is simulated, and what is assumed: benchmarks/docs/simulation.md."
    })
final class SimulateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private SweepOptions sweep;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Option(
      names = "--slow",
      paramLabel = "DEVICE=TIME,...",
      split = OptionTypes.COMMA,
      hideParamSyntax = true,
      description =
          "this device (index) answers one command this late, and whom that delays, instead of a"
              + " sweep's figures: 0=100ms")
  private List<String> slow = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, json, csv or md (default: ${DEFAULT-VALUE})")
  private String format;

  @Override
  public Integer call() {
    Format written = Format.of(format);
    List<SweepPoint> points = sweep.points(!slow.isEmpty());
    PrintWriter out = spec.commandLine().getOut();
    out.print(slow.isEmpty() ? figures(points, written) : blast(points, written));
    out.flush();
    return ExitCode.GOOD;
  }

  private String figures(List<SweepPoint> points, Format written) {
    List<SweepRow> rows = each(points, point -> List.of(point.run()));
    return switch (written) {
      case TABLE -> SweepReport.text(rows);
      case JSON -> SweepReport.json(rows);
      case CSV -> SweepReport.csv(rows);
      case MD -> SweepReport.markdown(rows);
    };
  }

  private String blast(List<SweepPoint> points, Format written) {
    List<SlowDeviceChoice> choices = slow.stream().map(SlowDeviceChoice::of).toList();
    List<BlastRow> rows =
        each(
            points,
            point -> {
              List<BlastRow> all = new ArrayList<>();
              for (SlowDeviceChoice choice : choices) {
                all.addAll(
                    new SlowDevice(
                            point, choice.in(point.topology()), choice.nanos() * Timing.NANOSECOND)
                        .run());
              }
              return all;
            });
    return switch (written) {
      case TABLE -> BlastReport.text(rows);
      case JSON -> BlastReport.json(rows);
      case CSV -> BlastReport.csv(rows);
      case MD -> BlastReport.markdown(rows);
    };
  }

  private <T> List<T> each(List<SweepPoint> points, Function<SweepPoint, List<T>> run) {
    boolean progress = Terminal.onStandardError();
    List<T> rows = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      if (progress) {
        spec.commandLine()
            .getErr()
            .printf(Locale.ROOT, "\rsimulating %d of %d", i + 1, points.size());
        spec.commandLine().getErr().flush();
      }
      try {
        rows.addAll(run.apply(points.get(i)));
      } catch (IllegalArgumentException doesNotFit) {
        throw new BadInput("simulate: " + doesNotFit.getMessage());
      }
    }
    if (progress) {
      spec.commandLine().getErr().print("\r\u001b[K");
      spec.commandLine().getErr().flush();
    }
    return rows;
  }
}
