package org.svabench.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.svabench.benchmarks.choice.CostChoice;
import org.svabench.benchmarks.choice.DesignChoice;
import org.svabench.benchmarks.choice.QuirkChoice;
import org.svabench.benchmarks.choice.TopologyChoice;
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
import org.svabench.model.Design;
import org.svabench.model.cost.CostModel;
import org.svabench.model.cost.CostPreset;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;
import org.svabench.results.input.BadInput;
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
        "Runs the mm activity of a captured process through the model, with devices bound to it, and"
            + " shows what every design sends to the IOMMUs. Takes text of strace -f -ttt, perf"
            + " script, ftrace, perf trace, or a table of your own, gzipped or not, told apart by"
            + " content.",
    footer = {
      "",
      "Example: two minutes of a process, with 4 devices behind one virtual IOMMU",
      "",
      "  strace -f -ttt -o my.strace -e trace=%%memory,fallocate,memfd_create,close,%%process PROGRAM",
      "  java -jar benchmarks.jar replay my.strace --topology guest-1viommu:4",
      "",
      "How to capture what strace cannot see: benchmarks/docs/traces.md."
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
        split = ",",
        paramLabel = "PID",
        description = "Bind the address spaces of these processes, also those they execute later.")
    private List<Integer> pids;

    @Option(
        names = "--comm",
        split = ",",
        paramLabel = "NAME",
        description = "Bind the address spaces of processes of this name.")
    private List<String> names;

    @Option(names = "--all-mms", description = "Bind every address space, forked ones too.")
    private boolean all;

    private MmSelection selection() {
      if (pids != null) {
        return new MmSelection.Pids(pids);
      }
      if (names != null) {
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
      split = ",",
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
      names = "--quirk",
      split = ",",
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
    Topology topology = TopologyChoice.of(topologyWord);
    List<Device> devices = devices(topology);
    CostPreset cost = costWord == null ? CostChoice.usualFor(topology) : CostChoice.of(costWord);
    CostModel prices = new CostModel(cost, topology.trapped());
    List<DesignReplay> designs = new ArrayList<>();
    for (Design design : designs()) {
      designs.add(
          new DesignReplay(topology, design, QuirkChoice.of(quirks, design), devices, prices));
    }
    Replay replay = new Replay(selected.selection(), designs);
    print(replayed(replay, topology, devices.size(), cost));
    return ExitCode.GOOD;
  }

  private ReplayedTrace replayed(Replay replay, Topology topology, int devices, CostPreset cost) {
    TraceProgress progress = TraceProgress.onTerminal();
    try (TraceInput input = TraceInput.open(trace)) {
      TraceReader reader = new TraceReader(input).onProgress(progress);
      if (selected.names != null) {
        reader.groupingByName();
      }
      TraceCounts counts = reader.read(replay);
      replay.finish();
      return new ReplayedTrace(
          trace, reader.format().label(), counts, replay, topology, devices, cost, whatIf);
    } catch (IOException failure) {
      throw new BadInput(trace + ": cannot be closed: " + failure.getMessage());
    } finally {
      progress.end();
    }
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
    PrintWriter out = spec.commandLine().getOut();
    ReplayTable table = new ReplayTable(replayed);
    switch (format) {
      case json -> out.print(new ReplayJson(replayed).text());
      case csv -> out.print(table.csv());
      default -> {
        ReplayNotes notes = new ReplayNotes(replayed);
        boolean markdown = format == Format.md;
        notes.above().forEach(line -> out.println(markdown ? "- " + line : line));
        out.println();
        out.print(markdown ? table.table().toMarkdown() : table.table().toText());
        out.println();
        notes.below().forEach(line -> out.println(markdown ? "- " + line : line));
      }
    }
    out.flush();
  }
}
