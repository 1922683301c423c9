package org.svabench.benchmarks.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.svabench.model.queue.CommandKind;
import org.svabench.model.topology.Topology;

/** The events of all threads that led to a violation, merged by time, in words. */
final class HistoryText {
  private static final int LINES = 80;

  private final Topology topology;
  private final Violation violation;

  HistoryText(Topology topology, Violation violation) {
    this.topology = topology;
    this.violation = violation;
  }

  /** The last events that concern the violation, oldest first. */
  List<String> lines(List<History> histories) {
    List<History.Entry> merged = new ArrayList<>();
    for (History history : histories) {
      history.entries().stream().filter(this::concerns).forEach(merged::add);
    }
    merged.sort(Comparator.comparingLong(History.Entry::nanos));
    return merged.subList(Math.max(0, merged.size() - LINES), merged.size()).stream()
        .map(this::line)
        .toList();
  }

  private boolean concerns(History.Entry entry) {
    if (entry.nanos() > violation.nanos()) {
      return false;
    }
    if (violation.space() == 0) {
      return true;
    }
    return switch (entry.kind()) {
      case COMMAND -> concerns(kind(entry), pasid(entry), entry.second(), entry.third());
      case IOTLB_FILLED, DEVICE_TLB_FILLED ->
          entry.space() == violation.space()
              && (violation.page() < 0 || entry.first() == violation.page());
      case CHANGE, NOTIFIED ->
          entry.space() == violation.space() && holdsPage(entry)
              || violation.page() >= Pages.USER && entry.place() >= Pages.USER;
      default -> entry.space() == violation.space();
    };
  }

  private boolean concerns(CommandKind kind, int pasid, long base, long pages) {
    if (kind == CommandKind.WAIT || pasid >= 0 && pasid != violation.pasid()) {
      return false;
    }
    if (pages == 0 || violation.page() < 0) {
      return true;
    }
    final long number = Pages.address(violation.page()) >>> Pages.SHIFT;
    final long first = base >>> Pages.SHIFT;
    return number >= first && number < first + pages;
  }

  private boolean holdsPage(History.Entry entry) {
    return violation.page() < 0
        || violation.page() >= entry.place() && violation.page() < entry.first();
  }

  private static CommandKind kind(History.Entry entry) {
    return CommandKind.values()[(int) (entry.first() >>> 48)];
  }

  private static int pasid(History.Entry entry) {
    return (int) (entry.first() << 40 >> 40);
  }

  private static int sourceId(History.Entry entry) {
    return (int) (entry.first() >>> 24) & 0xffff;
  }

  private String line(History.Entry entry) {
    return String.format(
        Locale.ROOT,
        "%12.3f us  %-3s  %s",
        (entry.nanos() - violation.nanos()) / 1e3,
        entry.thread(),
        words(entry));
  }

  private String words(History.Entry entry) {
    final String process = "process " + entry.space();
    return switch (entry.kind()) {
      case BIND -> "bind " + process + " to " + device(entry);
      case BOUND -> "bind " + process + " to " + device(entry) + " returned " + entry.first();
      case UNBIND -> "unbind " + process + " from " + device(entry);
      case UNBOUND -> "unbind " + process + " from " + device(entry) + " returned";
      case EXIT -> process + " exits";
      case EXITED -> process + " has exited";
      case CHANGE ->
          String.format(
              Locale.ROOT,
              "%s: pages %s change, notify [%#x, %#x)",
              process,
              range(entry),
              entry.second(),
              entry.third());
      case NOTIFIED ->
          String.format(
              Locale.ROOT,
              "%s: pages %s notified up to version %d",
              process,
              range(entry),
              entry.second());
      case FORK -> process + " forks: all its pages change";
      case ENTRY_WRITTEN ->
          String.format(
              Locale.ROOT,
              "PASID entry %d of %s now leads to %s",
              entry.first(),
              device(entry),
              process);
      case ENTRY_CLEARED ->
          String.format(Locale.ROOT, "PASID entry %d of %s cleared", entry.first(), device(entry));
      case COMMAND -> command(entry);
      case IOTLB_FILLED ->
          String.format(
              Locale.ROOT,
              "%s of %s: page %d version %d read, cached by %s",
              device(entry),
              process,
              entry.first(),
              entry.second(),
              topology.device(entry.place()).iommu().name());
      case DEVICE_TLB_FILLED ->
          String.format(
              Locale.ROOT,
              "%s of %s: page %d version %d cached by its own TLB",
              device(entry),
              process,
              entry.first(),
              entry.second());
    };
  }

  private String device(History.Entry entry) {
    return topology.device(entry.place()).name();
  }

  private static String range(History.Entry entry) {
    return entry.place() + ".." + (entry.first() - 1);
  }

  private String command(History.Entry entry) {
    final StringBuilder text = new StringBuilder(topology.iommu(entry.place()).name());
    text.append(" executes ").append(kind(entry));
    if (pasid(entry) >= 0) {
      text.append(" PASID ").append(pasid(entry));
    }
    if (sourceId(entry) != 0xffff) {
      text.append(String.format(Locale.ROOT, " requester %#x", sourceId(entry)));
    }
    if (entry.third() != 0) {
      text.append(String.format(Locale.ROOT, " base %#x, %d pages", entry.second(), entry.third()));
    }
    return text.toString();
  }
}
