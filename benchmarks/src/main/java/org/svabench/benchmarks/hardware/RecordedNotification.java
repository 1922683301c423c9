package org.svabench.benchmarks.hardware;

import java.util.ArrayList;
import java.util.List;

/** A notification as the trace shows it: its range, the tags it reached, what was submitted. */
final class RecordedNotification {
  private final int pasid;
  private final long start;
  private final long end;
  private final long line;
  private final List<DriverEvent.Flushed> flushed = new ArrayList<>();
  private final List<DriverEvent.Submitted> submitted = new ArrayList<>();

  RecordedNotification(int pasid, long start, long end, long line) {
    this.pasid = pasid;
    this.start = start;
    this.end = end;
    this.line = line;
  }

  /** Whether a tag belongs to it: the same range, and a tag that it has not reached yet. */
  boolean takes(DriverEvent.Flushed event) {
    return pasid == event.tag().pasid()
        && start == event.start()
        && end == event.end()
        && flushed.stream().noneMatch(other -> other.tag().equals(event.tag()));
  }

  void add(DriverEvent.Flushed event) {
    flushed.add(event);
  }

  void add(DriverEvent.Submitted event) {
    submitted.add(event);
  }

  int pasid() {
    return pasid;
  }

  long start() {
    return start;
  }

  /** Exclusive; -1 with start 0 is everything. */
  long end() {
    return end;
  }

  List<Tag> tags() {
    return flushed.stream().map(DriverEvent.Flushed::tag).toList();
  }

  List<SentCommand> commands() {
    return submitted.stream().map(DriverEvent.Submitted::command).toList();
  }

  /** The line of a command, or of the last event where there are fewer. */
  long lineOf(int command) {
    if (command < submitted.size()) {
      return submitted.get(command).line();
    }
    return submitted.isEmpty() ? line : submitted.get(submitted.size() - 1).line();
  }

  String range() {
    return start == 0 && end == -1L
        ? "everything"
        : "0x" + Long.toHexString(start) + "-0x" + Long.toHexString(end);
  }
}
