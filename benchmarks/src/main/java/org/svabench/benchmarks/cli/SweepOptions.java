package org.svabench.benchmarks.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.svabench.benchmarks.choice.CostChoice;
import org.svabench.benchmarks.choice.DesignChoice;
import org.svabench.benchmarks.choice.NotificationRange;
import org.svabench.benchmarks.choice.RangeChoice;
import org.svabench.benchmarks.choice.TimeChoice;
import org.svabench.benchmarks.choice.TopologyChoice;
import org.svabench.benchmarks.simulation.LineCost;
import org.svabench.benchmarks.simulation.Load;
import org.svabench.benchmarks.simulation.QueueRules;
import org.svabench.benchmarks.simulation.SweepPoint;
import org.svabench.benchmarks.simulation.Timing;
import org.svabench.model.Design;
import org.svabench.model.cost.CostPreset;
import org.svabench.model.topology.Topology;
import org.svabench.results.input.BadInput;
import picocli.CommandLine.Option;

/** The options of {@code simulate} that can be swept, and what they have in common. */
final class SweepOptions {
  private static final String OWN = "own";
  private static final String NORMAL = "normal";
  private static final String PER_CPU = "cpus";
  private static final int MAX_CPUS = 4096;
  private static final int MAX_DEPTH = 1 << 20;
  private static final int SEVERAL = 8;
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");

  @Option(
      names = "--topology",
      paramLabel = "NAME|FILE",
      defaultValue = "spr-2s-dsa-iaa",
      description = "a preset or a file, as of fanout (default: ${DEFAULT-VALUE})")
  private String topology;

  @Option(
      names = "--design",
      paramLabel = "NAME,...|all",
      split = OptionTypes.COMMA,
      hideParamSyntax = true,
      description = "designs (default: those of the topology's command set)")
  private List<String> designs;

  @Option(
      names = "--range",
      paramLabel = "RANGE,...",
      split = OptionTypes.COMMA,
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
      split = OptionTypes.COMMA,
      hideParamSyntax = true,
      defaultValue = "1,8,32",
      description = "CPUs that notify, 1..4096 (default: ${DEFAULT-VALUE})")
  private List<Integer> cpus;

  @Option(
      names = "--mms",
      paramLabel = "N|cpus,...",
      split = OptionTypes.COMMA,
      hideParamSyntax = true,
      description =
          "processes that the CPUs are spread over; cpus for one each (default: 1; with --slow 8)")
  private List<String> mms = List.of();

  @Option(
      names = "--depth",
      paramLabel = "N|normal,...",
      split = OptionTypes.COMMA,
      hideParamSyntax = true,
      defaultValue = "256,normal",
      description =
          "slots of a queue; normal: 256 of VT-d, 512 of AMD, 262144 of SMMUv3 (default:"
              + " ${DEFAULT-VALUE})")
  private List<String> depths;

  @Option(
      names = "--ril",
      paramLabel = "on|off,...",
      split = OptionTypes.COMMA,
      hideParamSyntax = true,
      defaultValue = OWN,
      description = "SMMUv3 range invalidation (default: as the topology says)")
  private List<String> rangeInvalidation;

  @Option(
      names = "--poll",
      paramLabel = "lock|outside,...",
      split = OptionTypes.COMMA,
      hideParamSyntax = true,
      defaultValue = OWN,
      description =
          "where a CPU polls: holding the queue's lock or not (default: as the design does)")
  private List<String> polls;

  @Option(
      names = "--wait",
      paramLabel = "sequential|overlapped,...",
      split = OptionTypes.COMMA,
      hideParamSyntax = true,
      defaultValue = "sequential",
      description =
          "how a notification waits for several IOMMUs: one after another, or all at once (default:"
              + " ${DEFAULT-VALUE})")
  private List<String> waits;

  @Option(
      names = "--queue",
      paramLabel = "shared|per-cpu,...",
      split = OptionTypes.COMMA,
      hideParamSyntax = true,
      defaultValue = "shared",
      description = "per-cpu: every CPU has queues of its own (default: ${DEFAULT-VALUE})")
  private List<String> queues;

  @Option(
      names = "--full",
      paramLabel = "unfair|fair,...",
      split = OptionTypes.COMMA,
      hideParamSyntax = true,
      defaultValue = "unfair",
      description =
          "fair: slots of a full queue go to who has waited longest; the kernels leave it to chance"
              + " (default: ${DEFAULT-VALUE})")
  private List<String> full;

  @Option(
      names = "--before",
      paramLabel = "PERCENT,...",
      split = OptionTypes.COMMA,
      hideParamSyntax = true,
      defaultValue = "50",
      description =
          "how much of a CPU's work on a submission is done before the tail register is written,"
              + " the rest after the wait; an assumption (default: ${DEFAULT-VALUE})")
  private List<Integer> before;

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

  /**
   * The rows.
   *
   * @param severalMms whether the CPUs run several mms where the user does not say
   * @return one point for each combination
   * @throws BadInput where an option's word stands for nothing
   */
  List<SweepPoint> points(boolean severalMms) {
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
              for (int percent : before) {
                require(percent >= 0 && percent <= 100, "--before " + percent + ": must be 0..100");
                for (Load load : loads(gapTime, severalMms)) {
                  points.add(
                      new SweepPoint(
                          variant,
                          design,
                          range,
                          prices,
                          rules,
                          wait.equals("overlapped"),
                          percent / 100.0,
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
          for (String order : oneOf("--full", full, "unfair", "fair")) {
            all.add(polled.withPerCpu(queue.equals("per-cpu")).withFair(order.equals("fair")));
          }
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

  private List<Load> loads(long gapTime, boolean severalMms) {
    List<Load> loads = new ArrayList<>();
    for (int count : cpus) {
      require(count >= 1 && count <= MAX_CPUS, "--cpus " + count + ": must be 1.." + MAX_CPUS);
      if (mms.isEmpty()) {
        loads.add(new Load(count, severalMms ? Math.min(count, SEVERAL) : 1, gapTime, true));
      }
      for (String word : mms) {
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
    if (!WHOLE.matcher(word).matches()) {
      throw new BadInput(option + " " + word + ": must be a whole number or " + orElse);
    }
    return Integer.parseInt(word);
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
