package org.svabench.benchmarks.trace;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.svabench.benchmarks.trace.count.Cause;
import org.svabench.benchmarks.trace.count.TraceCounts;
import org.svabench.benchmarks.trace.notification.NotificationSink;

/** What a trace notified, as text: one string each, in order. */
final class Notifications implements NotificationSink {
  final List<String> spaces = new ArrayList<>();
  final List<String> ranges = new ArrayList<>();
  final List<Long> times = new ArrayList<>();
  TraceCounts counts;
  String format;

  static Notifications of(String... lines) {
    return ofBytes((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  static Notifications ofBytes(byte[] text) {
    return read(TraceInput.of("test", text.length, new ByteArrayInputStream(text)), false);
  }

  static Notifications ofCapture(String name) {
    return read(TraceInput.of(name, -1, Notifications.class.getResourceAsStream(name)), false);
  }

  static Notifications read(TraceInput input, boolean byName) {
    TraceReader reader = new TraceReader(input);
    if (byName) {
      reader.groupingByName();
    }
    Notifications notifications = new Notifications();
    notifications.format = reader.format().label();
    notifications.counts = reader.read(notifications);
    return notifications;
  }

  List<String> of(int mm) {
    return ranges.stream().filter(line -> line.startsWith(mm + " ")).toList();
  }

  @Override
  public void mm(long nanos, int mm, int parent, int pid, String name) {
    times.add(nanos);
    spaces.add("mm " + mm + " pid " + pid + " " + name + (parent < 0 ? "" : " from " + parent));
  }

  @Override
  public void thread(long nanos, int mm, int tid) {
    times.add(nanos);
  }

  @Override
  public void invalidate(long nanos, int mm, long start, long end, int strideShift, Cause cause) {
    times.add(nanos);
    String range =
        start == 0 && end == EVERYTHING
            ? "everything"
            : Long.toHexString(start) + "-" + Long.toHexString(end);
    ranges.add(mm + " " + range + (strideShift == 12 ? "" : "/" + strideShift) + " " + cause);
  }

  @Override
  public void invalidatePages(long nanos, int mm, long pages) {
    times.add(nanos);
    ranges.add(mm + " " + pages + " pages");
  }

  @Override
  public void exit(long nanos, int mm) {
    times.add(nanos);
    spaces.add("exit " + mm);
  }

  @Override
  public void takeBack(long nanos) {
    ranges.clear();
  }
}
