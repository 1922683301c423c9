package org.svabench.benchmarks.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.svabench.benchmarks.choice.CostChoice;
import org.svabench.benchmarks.choice.DesignChoice;
import org.svabench.benchmarks.choice.Format;
import org.svabench.benchmarks.choice.NotificationRange;
import org.svabench.benchmarks.choice.QuirkChoice;
import org.svabench.benchmarks.choice.RangeChoice;
import org.svabench.benchmarks.choice.TopologyChoice;
import org.svabench.benchmarks.fanout.Catalogue;
import org.svabench.benchmarks.fanout.FanOutCount;
import org.svabench.benchmarks.fanout.FanOutData;
import org.svabench.benchmarks.fanout.FanOutReport;
import org.svabench.benchmarks.fanout.FanOutSection;
import org.svabench.model.Design;
import org.svabench.model.cost.CostPreset;
import org.svabench.model.topology.Topology;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fanout}: the exact counts of one notification. */
@Command(
    name = "fanout",
    sortOptions = false,
    usageHelpWidth = 100,
    description =
        "Exact commands, waits, exits and covered pages of one notification, with every device of"
            + " the topology bound, and the time modelled from them. --topology, --design, --cost"
            + " and --quirk list say what there is, with sources.",
    footer = {
      "",
      "Examples:",
      "",
      "  java -jar benchmarks.jar fanout --topology guest-1viommu:16 --design all --format md",
      "  java -jar benchmarks.jar fanout --topology spr-1s-dsa --range 1p,2m,all --cost vtd-icx",
      "  java -jar benchmarks.jar fanout --cost list"
    })
final class FanOutCommand implements Callable<Integer> {
  private static final String LIST = "list";

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Option(
      names = "--topology",
      paramLabel = "NAME|FILE",
      defaultValue = "guest-1viommu",
      description =
          "a preset, with a size where it has one (guest-1viommu:16, grid:4x16), or a file; can be"
              + " given several times (default: ${DEFAULT-VALUE})")
  private List<String> topologies;

  @Option(
      names = "--design",
      paramLabel = "NAME,...|all",
      split = OptionTypes.COMMA,
      hideParamSyntax = true,
      defaultValue = DesignChoice.ALL,
      description = "designs, separated by commas, or all (default: ${DEFAULT-VALUE})")
  private List<String> designs;

  @Option(
      names = "--range",
      paramLabel = "RANGE,...",
      split = OptionTypes.COMMA,
      hideParamSyntax = true,
      defaultValue = "1p",
      description =
          "all, N[p|k|m][@0xADDR] (N pages, KiB or MiB; without a unit pages) or 0xSTART-0xEND, end"
              + " exclusive; several separated by commas (default: ${DEFAULT-VALUE})")
  private List<String> ranges;

  @Option(
      names = "--cost",
      paramLabel = "NAME|FILE",
      description =
          "what commands, waits and exits cost; none for counts alone (default: a published figure"
              + " for the topology's kind of hardware)")
  private String cost;

  @Option(
      names = "--quirk",
      paramLabel = "NAME,...|era",
      split = OptionTypes.COMMA,
      hideParamSyntax = true,
      description =
          "kernel defects to turn on, separated by commas; era: those of each design's era")
  private List<String> quirks = List.of();

  @Option(
      names = "--as-flushed",
      description =
          "the range is what the kernel flushes; notify of what the kernels of each design hand"
              + " over then (x86 before 6.15: for more than 33 pages the whole mm)")
  private boolean asFlushed;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, json, csv or md (default: ${DEFAULT-VALUE})")
  private String format;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Format written = Format.of(format);
    Set<Catalogue> wanted = catalogues();
    if (wanted.isEmpty()) {
      out.print(report(written));
    } else {
      wanted.forEach(catalogue -> out.print(catalogue.in(written)));
    }
    out.flush();
    return ExitCode.GOOD;
  }

  private Set<Catalogue> catalogues() {
    Set<Catalogue> wanted = new LinkedHashSet<>();
    if (topologies.contains(LIST)) {
      wanted.add(Catalogue.TOPOLOGIES);
    }
    if (designs.contains(LIST)) {
      wanted.add(Catalogue.DESIGNS);
    }
    if (LIST.equals(cost)) {
      wanted.add(Catalogue.COSTS);
    }
    if (quirks.contains(LIST)) {
      wanted.add(Catalogue.QUIRKS);
    }
    return wanted;
  }

  private String report(Format written) {
    List<Design> chosen = DesignChoice.of(designs);
    List<NotificationRange> notified = ranges.stream().map(RangeChoice::of).toList();
    CostPreset prices = cost == null ? null : CostChoice.of(cost);
    List<FanOutSection> sections = new ArrayList<>();
    for (String word : topologies) {
      Topology topology = TopologyChoice.of(word);
      for (NotificationRange range : notified) {
        List<FanOutCount> rows = new ArrayList<>();
        for (Design design : nativeFirst(chosen, topology)) {
          rows.add(
              FanOutCount.of(
                  topology, design, range, QuirkChoice.of("--quirk", quirks, design), asFlushed));
        }
        sections.add(
            new FanOutSection(
                topology, range, prices == null ? CostChoice.usualFor(topology) : prices, rows));
      }
    }
    return switch (written) {
      case TABLE -> FanOutReport.text(sections);
      case JSON -> FanOutData.json(sections);
      case CSV -> FanOutData.csv(sections);
      case MD -> FanOutReport.markdown(sections);
    };
  }

  private static List<Design> nativeFirst(List<Design> designs, Topology topology) {
    return designs.stream()
        .sorted(Comparator.comparing(design -> design.family() != topology.family()))
        .toList();
  }
}
