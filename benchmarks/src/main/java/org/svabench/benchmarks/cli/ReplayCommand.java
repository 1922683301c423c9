package org.svabench.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.svabench.benchmarks.choice.CostChoice;
import org.svabench.benchmarks.choice.DesignChoice;
import org.svabench.benchmarks.choice.QuirkChoice;
import org.svabench.benchmarks.choice.TopologyChoice;
import org.svabench.benchmarks.hardware.HardwareComparison;
import org.svabench.benchmarks.hardware.HardwareReport;
import org.svabench.benchmarks.replay.DesignReplay;
import org.svabench.benchmarks.replay.MmSelection;
import org.svabench.benchmarks.replay.Replay;
import org.svabench.benchmarks.replay.ReplayJson;
import org.svabench.benchmarks.replay.ReplayNotes;
import org.svabench.benchmarks.replay.ReplayTable;
import org.svabench.benchmarks.replay.ReplayedTrace;
import org.svabench.benchmarks.trace.TraceInput;
import org.svabench.benchmarks.trace.TraceReader;
import org.svabench.benchmarks.trace.count.TraceCounts;
import org.svabench.benchmarks.trace.notification.NotificationSink;
import org.svabench.model.Design;
import org.svabench.model.cost.CostModel;
import org.svabench.model.cost.CostPreset;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Family;
import org.svabench.model.topology.Topology;
import org.svabench.results.input.BadInput;
import org.svabench.results.table.Table;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}: what a captured workload would cost with devices bound. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Runs the mm activity of a captured process through the model, with devices bound to it,"
            + " and shows what every design sends to the IOMMUs. Takes text of strace -f -ttt, perf"
            + " script, ftrace, perf trace, or a table of your own, gzipped or not, told apart by"
            + " content.",
    footer = {
      "",
      "Example: two minutes of a process, with 4 devices behind one virtual IOMMU",
      "",
      "  strace -f -ttt -o my.strace -e trace=%%memory,fallocate,memfd_create,close,%%process"
          + " PROGRAM",
      "  java -jar benchmarks.jar replay my.strace --topology guest-1viommu:4",
      "",
      "Example: does the model tell what this machine's driver told its IOMMUs?",
      "",
      "  perf record -a -e intel_iommu:qi_submit -e 'intel_iommu:cache_tag_*' sleep 60",
      "  perf script > hw.trace",
      "  java -jar benchmarks.jar replay hw.trace --compare",
      "",
      "How to capture, and how to read the tables: benchmarks/docs/traces.md."
    })
final class ReplayCommand implements Callable<Integer> {
  private enum Format {
    table,
    json,
    csv,
    md
  }

  /** Which address spaces are bound. */
  static final class Selected {
    @Option(
        names = "--pid",
        split = OptionTypes.COMMA,
        splitSynopsisLabel = ",",
        paramLabel = "PID",
        description = "Bind the address spaces of these processes, also those they execute later.")
    private List<Integer> pids;

    @Option(
        names = "--comm",
        split = OptionTypes.COMMA,
        splitSynopsisLabel = ",",
        paramLabel = "NAME",
        description = "Bind the address spaces of processes of this name.")
    private List<String> names;

    @Option(names = "--all-mms", description = "Bind every address space, forked ones too.")
    private boolean all;

    private MmSelection selection() {
      if (pids != null) {
        if (pids.stream().anyMatch(pid -> pid < 1)) {
          throw new BadInput("--pid " + pids + ": a process has a number above 0");
        }
        return new MmSelection.Pids(pids);
      }
      if (names != null) {
        if (names.stream().anyMatch(name -> name.isEmpty() || name.endsWith(","))) {
          throw new BadInput("--comm: a name is empty; write NAME or NAME,NAME");
        }
        return new MmSelection.Names(names);
      }
      return all ? new MmSelection.All() : new MmSelection.First();
    }
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "TRACE", description = "A trace, or - for standard input.")
  private String trace;

  @Option(
      names = "--topology",
      paramLabel = "NAME|FILE",
      defaultValue = "guest-1viommu:4",
      description = "The machine; default ${DEFAULT-VALUE}.")
  private String topologyWord;

  @Option(
      names = "--design",
      split = OptionTypes.COMMA,
      splitSynopsisLabel = ",",
      paramLabel = "NAME",
      defaultValue = DesignChoice.ALL,
      description = "Designs to show; default ${DEFAULT-VALUE}.")
  private List<String> designWords;

  @Option(
      names = "--devices",
      paramLabel = "K",
      description = "Bind the first K devices of the machine; default all.")
  private Integer deviceCount;

  @Option(
      names = "--cost",
      paramLabel = "NAME|FILE",
      description = "Prices of modelled time; default a published figure of the machine's kind.")
  private String costWord;

  @ArgGroup private Selected selected = new Selected();

  @Option(
      names = "--what-if",
      description =
          "Hold all designs against the first --design: what another kernel would make of this"
              + " workload.")
  private boolean whatIf;

  @Option(
      names = "--compare",
      description =
          "Hold the model against the intel_iommu events of the trace instead: the commands of"
              + " every notification. Without --design all VT-d designs, without --topology the"
              + " machine of the events. Exit code 1 unless a design agrees with all of them.")
  private boolean compare;

  @Option(
      names = "--quirk",
      split = OptionTypes.COMMA,
      splitSynopsisLabel = ",",
      paramLabel = "NAME|era",
      description = "Turn kernel defects on.")
  private List<String> quirks = List.of();

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "table|json|csv|md",
      description = "How to print; json has every second. Default ${DEFAULT-VALUE}.")
  private Format format;

  @Override
  public Integer call() {
    if (compare) {
      return compared();
    }
    Topology topology = TopologyChoice.of(topologyWord);
    List<Device> devices = devices(topology);
    CostPreset cost = costWord == null ? CostChoice.usualFor(topology) : CostChoice.of(costWord);
    CostModel prices = new CostModel(cost, topology.trapped());
    List<DesignReplay> designs = new ArrayList<>();
    for (Design design : designs()) {
      designs.add(
          new DesignReplay(
              topology, design, QuirkChoice.of("--quirk", quirks, design), devices, prices));
    }
    Replay replay = new Replay(selected.selection(), designs);
    print(replayed(replay, topology, devices.size(), cost));
    return ExitCode.GOOD;
  }

  private int compared() {
    if (whatIf) {
      throw new BadInput("--compare and --what-if: choose one");
    }
    boolean named = spec.commandLine().getParseResult().hasMatchedOption("--topology");
    Topology topology = named ? TopologyChoice.of(topologyWord) : null;
    boolean all = designWords.equals(List.of(DesignChoice.ALL));
    List<Design> designs = DesignChoice.of(designWords);
    HardwareComparison comparison =
        new HardwareComparison(
            trace,
            all ? designs.stream().filter(ReplayCommand::isVtd).toList() : vtd(designs),
            design -> QuirkChoice.of("--quirk", quirks, design),
            topology,
            topology == null ? 0 : devices(topology).size());
    TraceCounts counts =
        read(
            reader -> {
              TraceCounts read = reader.onIommuEvent(comparison).read(NotificationSink.NOBODY);
              comparison.finish();
              return read;
            });
    print(new HardwareReport(comparison, counts));
    return comparison.agrees() ? ExitCode.GOOD : ExitCode.NO;
  }

  private static boolean isVtd(Design design) {
    return design.family() == Family.VTD;
  }

  private static List<Design> vtd(List<Design> designs) {
    for (Design design : designs) {
      if (!isVtd(design)) {
        throw new BadInput(
            "--compare --design "
                + design.name()
                + ": events are those of VT-d; name a vtd design");
      }
    }
    return designs;
  }

  private <T> T read(Function<TraceReader, T> use) {
    TraceProgress progress = TraceProgress.onTerminal();
    try (TraceInput input = TraceInput.open(trace)) {
      return use.apply(new TraceReader(input).onProgress(progress));
    } catch (IOException failure) {
      throw new BadInput(trace + ": cannot be closed: " + failure.getMessage());
    } finally {
      progress.end();
    }
  }

  private ReplayedTrace replayed(Replay replay, Topology topology, int devices, CostPreset cost) {
    return read(
        reader -> {
          if (selected.names != null) {
            reader.groupingByName();
          }
          TraceCounts counts = reader.read(replay);
          replay.finish();
          return new ReplayedTrace(
              trace, reader.format().label(), counts, replay, topology, devices, cost, whatIf);
        });
  }

  private List<Design> designs() {
    List<Design> chosen = DesignChoice.of(designWords);
    if (!whatIf) {
      return chosen;
    }
    List<Design> all = new ArrayList<>(chosen.subList(0, 1));
    all.addAll(DesignChoice.of(List.of(DesignChoice.ALL)));
    return all.stream().distinct().toList();
  }

  private List<Device> devices(Topology topology) {
    List<Device> all = topology.devices();
    if (deviceCount == null) {
      return all;
    }
    if (deviceCount < 1 || deviceCount > all.size()) {
      throw new BadInput(
          "--devices " + deviceCount + ": " + topology.name() + " has 1.." + all.size());
    }
    return all.subList(0, deviceCount);
  }

  private void print(ReplayedTrace replayed) {
    ReplayTable table = new ReplayTable(replayed);
    switch (format) {
      case json -> print(new ReplayJson(replayed).text());
      case csv -> print(table.csv());
      default -> {
        ReplayNotes notes = new ReplayNotes(replayed);
        print(notes.above(), table.table(), notes.below());
      }
    }
  }

  private void print(HardwareReport report) {
    switch (format) {
      case json -> print(report.json());
      case csv -> print(report.csv());
      default -> print(report.above(), report.table(), report.below());
    }
  }

  private void print(List<String> above, Table table, List<String> below) {
    boolean markdown = format == Format.md;
    String item = markdown ? "- " : "";
    PrintWriter out = spec.commandLine().getOut();
    above.forEach(line -> out.println(item + line));
    out.println();
    out.print(markdown ? table.toMarkdown() : table.toText());
    out.println();
    below.forEach(line -> out.println(item + line));
    out.flush();
  }

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }
}
