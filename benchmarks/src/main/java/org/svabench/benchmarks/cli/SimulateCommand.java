package org.svabench.benchmarks.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.svabench.benchmarks.choice.CostChoice;
import org.svabench.benchmarks.choice.DesignChoice;
import org.svabench.benchmarks.choice.Format;
import org.svabench.benchmarks.choice.NotificationRange;
import org.svabench.benchmarks.choice.RangeChoice;
import org.svabench.benchmarks.choice.SlowDeviceChoice;
import org.svabench.benchmarks.choice.TimeChoice;
import org.svabench.benchmarks.choice.TopologyChoice;
import org.svabench.benchmarks.simulation.BlastReport;
import org.svabench.benchmarks.simulation.BlastRow;
import org.svabench.benchmarks.simulation.LineCost;
import org.svabench.benchmarks.simulation.Load;
import org.svabench.benchmarks.simulation.QueueRules;
import org.svabench.benchmarks.simulation.SlowDevice;
import org.svabench.benchmarks.simulation.SweepPoint;
import org.svabench.benchmarks.simulation.SweepReport;
import org.svabench.benchmarks.simulation.SweepRow;
import org.svabench.benchmarks.simulation.Timing;
import org.svabench.model.Design;
import org.svabench.model.cost.CostPreset;
import org.svabench.model.topology.Topology;
import org.svabench.results.input.BadInput;
import picocli.CommandLine.Command;
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
  private static final String OWN = "own";
  private static final String NORMAL = "normal";
  private static final String PER_CPU = "cpus";
  private static final int MAX_CPUS = 4096;
  private static final int MAX_DEPTH = 1 << 20;
  private static final int BLAST_MMS = 8;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Option(
      names = "--topology",
      paramLabel = "NAME|FILE",
      defaultValue = "spr-2s-dsa-iaa",
      description = "a preset or a file, as of fanout (default: ${DEFAULT-VALUE})")
  private String topology;

  @Option(
      names = "--design",
      paramLabel = "NAME,...|all",
      split = ",",
      hideParamSyntax = true,
      description = "designs (default: those of the topology's command set)")
  private List<String> designs;

  @Option(
      names = "--range",
      paramLabel = "RANGE,...",
      split = ",",
      hideParamSyntax = true,
      defaultValue = "1p",
      description = "range of each notification, as of fanout (default: ${DEFAULT-VALUE})")
  private List<String> ranges;

  @Option(
      names = "--cost",
      paramLabel = "NAME|FILE",
      description = "prices, the typical ones (default: as of fanout)")
  private String cost;

  @Option(
      names = "--cpus",
      paramLabel = "N,...",
      split = ",",
      hideParamSyntax = true,
      defaultValue = "1,8,32",
      description = "CPUs that notify, 1..4096 (default: ${DEFAULT-VALUE})")
  private List<Integer> cpus;

  @Option(
      names = "--mms",
      paramLabel = "N|cpus,...",
      split = ",",
      hideParamSyntax = true,
      description =
          "processes that the CPUs are spread over; cpus for one each (default: 1; with --slow 8)")
  private List<String> mms = List.of();

  @Option(
      names = "--depth",
      paramLabel = "N|normal,...",
      split = ",",
      hideParamSyntax = true,
      defaultValue = "256,normal",
      description =
          "slots of a queue; normal: 256 of VT-d, 512 of AMD, 262144 of SMMUv3 (default:"
              + " ${DEFAULT-VALUE})")
  private List<String> depths;

  @Option(
      names = "--ril",
      paramLabel = "on|off,...",
      split = ",",
      hideParamSyntax = true,
      defaultValue = OWN,
      description = "SMMUv3 range invalidation (default: as the topology says)")
  private List<String> rangeInvalidation;

  @Option(
      names = "--poll",
      paramLabel = "lock|outside,...",
      split = ",",
      hideParamSyntax = true,
      defaultValue = OWN,
      description =
          "where a CPU polls: holding the queue's lock or not (default: as the design does)")
  private List<String> polls;

  @Option(
      names = "--wait",
      paramLabel = "sequential|overlapped,...",
      split = ",",
      hideParamSyntax = true,
      defaultValue = "sequential",
      description =
          "how a notification waits for several IOMMUs: one after another, or all at once (default:"
              + " ${DEFAULT-VALUE})")
  private List<String> waits;

  @Option(
      names = "--queue",
      paramLabel = "shared|per-cpu,...",
      split = ",",
      hideParamSyntax = true,
      defaultValue = "shared",
      description = "per-cpu: every CPU has queues of its own (default: ${DEFAULT-VALUE})")
  private List<String> queues;

  @Option(
      names = "--slow",
      paramLabel = "DEVICE=TIME,...",
      split = ",",
      hideParamSyntax = true,
      description =
          "this device (index) answers one command this late, and whom that delays, instead of a"
              + " sweep's figures: 0=100ms")
  private List<String> slow = List.of();

  @Option(
      names = "--gap",
      paramLabel = "TIME",
      defaultValue = "1500ns",
      description =
          "what a CPU does between two notifications, mean of an exponential distribution; a 4 KiB"
              + " copy-on-write fault by default (${DEFAULT-VALUE})")
  private String gap;

  @Option(
      names = "--line",
      paramLabel = "BUSY/ROUNDTRIP",
      defaultValue = "20ns/100ns",
      description =
          "a cache line that another CPU has: how long it is busy with one CPU, and after how long"
              + " that CPU has it; an assumption (default: ${DEFAULT-VALUE})")
  private String line;

  @Option(
      names = "--notifications",
      paramLabel = "N",
      defaultValue = "20000",
      description = "how many are measured in each row (default: ${DEFAULT-VALUE})")
  private int notifications;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of the gaps, and of who gets slots that come back (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, json, csv or md (default: ${DEFAULT-VALUE})")
  private String format;

  @Override
  public Integer call() {
    Format written = Format.of(format);
    List<SweepPoint> points = points();
    PrintWriter out = spec.commandLine().getOut();
    out.print(slow.isEmpty() ? sweep(points, written) : blast(points, written));
    out.flush();
    return ExitCode.GOOD;
  }

  private String sweep(List<SweepPoint> points, Format written) {
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
        spec.commandLine().getErr().printf("\rsimulating %d of %d", i + 1, points.size());
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

  private List<SweepPoint> points() {
    require(notifications >= 1, "--notifications " + notifications + ": must be 1 or above");
    LineCost lineCost = lineCost();
    long gapTime = TimeChoice.nanos("--gap", gap) * Timing.NANOSECOND;
    List<SweepPoint> points = new ArrayList<>();
    Topology machine = TopologyChoice.of(topology);
    CostPreset prices = cost == null ? CostChoice.usualFor(machine) : CostChoice.of(cost);
    List<NotificationRange> notified = ranges.stream().map(RangeChoice::of).toList();
    for (Design design : designs(machine)) {
      for (Topology variant : variants(machine)) {
        for (NotificationRange range : notified) {
          for (QueueRules rules : rules(variant, design)) {
            for (String wait : oneOf("--wait", waits, "sequential", "overlapped")) {
              for (Load load : loads(gapTime)) {
                points.add(
                    new SweepPoint(
                        variant,
                        design,
                        range,
                        prices,
                        rules,
                        wait.equals("overlapped"),
                        load,
                        lineCost,
                        notifications,
                        seed));
              }
            }
          }
        }
      }
    }
    return points;
  }

  private List<Design> designs(Topology machine) {
    if (designs != null) {
      return DesignChoice.of(designs);
    }
    return DesignChoice.of(List.of(DesignChoice.ALL)).stream()
        .filter(design -> design.family() == machine.family())
        .toList();
  }

  private List<Topology> variants(Topology machine) {
    return oneOf("--ril", rangeInvalidation, "on", "off", OWN).stream()
        .map(word -> word.equals(OWN) ? machine : machine.withRangeInvalidation(word.equals("on")))
        .toList();
  }

  private List<QueueRules> rules(Topology machine, Design design) {
    QueueRules own = QueueRules.of(machine, design);
    List<QueueRules> all = new ArrayList<>();
    for (String depth : depths) {
      QueueRules sized = depth.equals(NORMAL) ? own : own.withSlots(depth(depth));
      for (String poll : oneOf("--poll", polls, "lock", "outside", OWN)) {
        QueueRules polled = poll.equals(OWN) ? sized : sized.withPollUnderLock(poll.equals("lock"));
        for (String queue : oneOf("--queue", queues, "shared", "per-cpu")) {
          all.add(polled.withPerCpu(queue.equals("per-cpu")));
        }
      }
    }
    return all.stream().distinct().toList();
  }

  private static int depth(String word) {
    int slots = whole("--depth", word, NORMAL);
    require(slots >= 4 && slots <= MAX_DEPTH, "--depth " + word + ": must be 4.." + MAX_DEPTH);
    return slots;
  }

  private List<Load> loads(long gapTime) {
    List<String> words = mms;
    List<Load> loads = new ArrayList<>();
    for (int count : cpus) {
      require(count >= 1 && count <= MAX_CPUS, "--cpus " + count + ": must be 1.." + MAX_CPUS);
      if (words.isEmpty()) {
        loads.add(new Load(count, slow.isEmpty() ? 1 : Math.min(count, BLAST_MMS), gapTime, true));
      }
      for (String word : words) {
        int processes = word.equals(PER_CPU) ? count : whole("--mms", word, PER_CPU);
        require(processes >= 1, "--mms " + word + ": must be 1 or above, or " + PER_CPU);
        loads.add(new Load(count, Math.min(count, processes), gapTime, true));
      }
    }
    return loads.stream().distinct().toList();
  }

  private LineCost lineCost() {
    String[] parts = line.split("/", -1);
    require(parts.length == 2, "--line " + line + ": write BUSY/ROUNDTRIP, such as 20ns/100ns");
    return new LineCost(
        TimeChoice.nanos("--line", parts[0]) * Timing.NANOSECOND,
        TimeChoice.nanos("--line", parts[1]) * Timing.NANOSECOND);
  }

  private static int whole(String option, String word, String orElse) {
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException e) {
      throw new BadInput(option + " " + word + ": must be a whole number or " + orElse);
    }
  }

  private static List<String> oneOf(String option, List<String> chosen, String... words) {
    for (String word : chosen) {
      require(
          List.of(words).contains(word),
          option + " must be one of " + String.join(", ", words) + ": " + word);
    }
    return chosen;
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new BadInput(message);
    }
  }
}
