package org.svabench.benchmarks.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.svabench.benchmarks.trace.count.Assumption;
import org.svabench.benchmarks.trace.count.Cause;
import org.svabench.benchmarks.trace.count.LineNotes;
import org.svabench.benchmarks.trace.count.TraceCounts;

/** What stands around the table: what the trace held, what was skipped, assumed, or not in it. */
public final class ReplayNotes {
  private final ReplayedTrace trace;
  private final TraceCounts counts;
  private final Replay replay;

  /**
   * Notes on a replay.
   *
   * @param trace the replay
   */
  public ReplayNotes(ReplayedTrace trace) {
    this.trace = trace;
    this.counts = trace.counts();
    this.replay = trace.replay();
  }

  /**
   * Lines above the table.
   *
   * @return the trace, what was bound, the notifications by cause
   */
  public List<String> above() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %s, %d lines, %.3f s",
            trace.name(),
            trace.format(),
            counts.lines(),
            trace.seconds()));
    lines.add(bound());
    if (!replay.executed().isEmpty()) {
      lines.add(
          "the bound process executed "
              + String.join(", ", replay.executed())
              + ", a new mm that nothing is bound to; --pid binds it");
    }
    lines.add(notifications());
    return lines;
  }

  private String bound() {
    int others = (int) (replay.spaces() - replay.bound());
    String names = String.join(", ", replay.boundNames());
    String more = replay.bound() > replay.boundNames().size() ? ", ..." : "";
    String line =
        replay.bound() == 0
            ? "bound: nothing, no address space of the trace is selected"
            : String.format(
                Locale.ROOT,
                "bound: %d %s of %s to %s%s",
                trace.devices(),
                trace.devices() == 1 ? "device" : "devices",
                trace.topology().name(),
                names,
                more);
    return others == 0
        ? line
        : line
            + String.format(
                Locale.ROOT,
                "; %d other %s unbound (%d notifications not counted; --all-mms, --pid, --comm)",
                others,
                others == 1 ? "mm" : "mms",
                replay.elsewhere());
  }

  private String notifications() {
    Map<String, Long> causes = new LinkedHashMap<>();
    for (Cause cause : Cause.values()) {
      if (replay.notifications(cause) > 0) {
        causes.put(cause.label(), replay.notifications(cause));
      }
    }
    String line = plural(replay.notifications(), "notification");
    double rate = trace.perSecond(replay.notifications());
    if (replay.notifications() > 0 && !Double.isNaN(rate)) {
      line += String.format(Locale.ROOT, " (%.1f/s)", rate);
    }
    if (replay.notifications() > 0) {
      line += ": " + LineNotes.listed(causes);
      line +=
          String.format(
              Locale.ROOT,
              "; busiest second: %d (at %d s)",
              replay.peakNotifications(),
              replay.peakSecond());
    }
    return line;
  }

  private static String plural(long count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }

  /**
   * Lines below the table.
   *
   * @return lines read and skipped, assumptions, what such a trace cannot see
   */
  public List<String> below() {
    List<String> lines = new ArrayList<>();
    lines.addAll(figures());
    lines.add("lines read: " + LineNotes.read(counts));
    lines.add("lines skipped: " + LineNotes.skipped(counts));
    if (counts.failedCalls() > 0) {
      lines.add("calls that failed, and so did nothing: " + counts.failedCalls());
    }
    if (counts.flushEvents()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "flush events are the notifications; %d calls are informative only, %d flush events"
                  + " have a reason that is no notification of its own",
              counts.informativeCalls(),
              counts.otherFlushes()));
    }
    for (Assumption assumption : Assumption.values()) {
      if (counts.assumptions(assumption) > 0) {
        lines.add("assumed: " + counts.assumptions(assumption) + " x " + assumption.words());
      }
    }
    lines.addAll(unseen());
    return lines;
  }

  private List<String> figures() {
    List<String> lines = new ArrayList<>();
    if (trace.cost().pricesAnything()) {
      lines.add("modelled time: " + trace.cost().name() + ", " + trace.cost().description());
    }
    if (replay.unknownAddresses() > 0) {
      lines.add(
          "covered pages: at least; "
              + plural(replay.unknownAddresses(), "notification")
              + " without an address, taken as aligned");
    }
    for (DesignReplay design : replay.designs()) {
      if (!design.refusals().isEmpty()) {
        lines.add(design.design().name() + ": binds refused: " + design.refusals());
      }
    }
    if (replay.exits() > 0) {
      Map<Long, String> teardown = new TreeMap<>();
      for (DesignReplay design : replay.designs()) {
        teardown.merge(
            design.teardownCommands(),
            design.design().name(),
            (left, right) -> left + ", " + right);
      }
      lines.add(
          plural(replay.exits(), "exit")
              + " of a bound mm, whose teardown is not in the table: "
              + String.join(
                  ", ",
                  teardown.entrySet().stream()
                      .map(entry -> entry.getKey() + " commands (" + entry.getValue() + ")")
                      .toList()));
    }
    return lines;
  }

  /**
   * What a trace of this kind cannot show, with the capture that would.
   *
   * @return one line each
   */
  public List<String> unseen() {
    List<String> lines = new ArrayList<>();
    if (counts.flushEvents()) {
      if (replay.unknownAddresses() > 0) {
        lines.add(
            "not in this trace: addresses, and reclaim; the probe of flush_tlb_mm_range in"
                + " benchmarks/docs/traces.md shows ranges");
      }
    } else {
      lines.add(
          "not in a trace of calls: copy-on-write, NUMA balancing, KSM, khugepaged, compaction,"
              + " reclaim; perf record -e tlb:tlb_flush sees them (benchmarks/docs/traces.md)");
    }
    if (counts.iommuEvents()) {
      lines.add(
          "events of the IOMMU driver: not used here; --compare holds the model against them");
    }
    return lines;
  }
}
