package org.svabench.benchmarks.hardware;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Notifications by their commands alone, up to v6.9, where no event says the range: it is taken
 * from the first block, or the first two where they touch. So number, order and addressees of the
 * commands are checked, and the arithmetic of the range is not.
 */
final class CommandGrouping extends Grouping {
  private static final long PAGE = 4096;
  private static final int EVERYTHING = 52;

  /** One thread's commands of one PASID. */
  private record Queue(int tid, int pasid) {}

  private final Listener listener;
  private final ToIntFunction<RecordedNotification> expected;
  private final Map<Integer, Teardown> teardowns = new LinkedHashMap<>();
  private final Map<Integer, Integer> lastPasid = new LinkedHashMap<>();
  private final Map<Queue, List<DriverEvent.Submitted>> queues = new LinkedHashMap<>();

  /**
   * Groups commands.
   *
   * @param listener told of notifications
   * @param expected how many commands a notification should have
   */
  CommandGrouping(Listener listener, ToIntFunction<RecordedNotification> expected) {
    this.listener = listener;
    this.expected = expected;
  }

  @Override
  void accept(DriverEvent event) {
    if (!(event instanceof DriverEvent.Submitted submitted)) {
      return;
    }
    Teardown teardown = teardowns.computeIfAbsent(event.tid(), unused -> new Teardown());
    if (teardown.includes(submitted.command())) {
      listener.torn(submitted);
      return;
    }
    int pasid = submitted.command().pasid();
    if (pasid < 0) {
      pasid = lastPasid.getOrDefault(event.tid(), -1);
    }
    if (pasid < 0) {
      listener.stray(submitted);
      return;
    }
    lastPasid.put(event.tid(), pasid);
    List<DriverEvent.Submitted> queue =
        queues.computeIfAbsent(new Queue(event.tid(), pasid), unused -> new ArrayList<>());
    queue.add(submitted);
    take(pasid, queue, false);
  }

  private void take(int pasid, List<DriverEvent.Submitted> queue, boolean all) {
    while (!queue.isEmpty()) {
      SentCommand first = queue.get(0).command();
      if (first.isDeviceTlb()) {
        listener.stray(queue.remove(0));
        continue;
      }
      SentCommand second = second(queue);
      if (second == null && !all) {
        return;
      }
      boolean two = second != null && follows(second, first);
      RecordedNotification notification = notification(pasid, queue.get(0).line(), first, two);
      int wanted = expected.applyAsInt(notification);
      int run = 0;
      while (run < queue.size() && isOf(queue.get(run).command(), first, two ? second : first)) {
        run++;
      }
      if (run < wanted && run == queue.size() && !all) {
        return;
      }
      List<DriverEvent.Submitted> taken = queue.subList(0, Math.max(1, Math.min(run, wanted)));
      taken.forEach(notification::add);
      taken.clear();
      listener.notified(notification);
    }
  }

  private static SentCommand second(List<DriverEvent.Submitted> queue) {
    for (int i = 1; i < queue.size(); i++) {
      if (!queue.get(i).command().isDeviceTlb()) {
        return queue.get(i).command();
      }
    }
    return null;
  }

  private static boolean follows(SentCommand second, SentCommand first) {
    return first.order() >= 1
        && second.order() == first.order()
        && second.iommu().equals(first.iommu())
        && second.base() == first.base() + (PAGE << first.order());
  }

  private static boolean isOf(SentCommand command, SentCommand first, SentCommand second) {
    if (first.order() < 0) {
      return command.order() < 0 || command.isDeviceTlb() && command.order() >= EVERYTHING;
    }
    return command.sameBlock(first) || command.sameBlock(second);
  }

  private static RecordedNotification notification(
      int pasid, long line, SentCommand first, boolean two) {
    if (first.order() < 0) {
      return new RecordedNotification(pasid, 0, -1L, line);
    }
    long start = first.base() + (two ? PAGE : 0);
    return new RecordedNotification(pasid, start, start + (PAGE << first.order()), line);
  }

  @Override
  void end() {
    queues.forEach((queue, commands) -> take(queue.pasid(), commands, true));
  }
}
