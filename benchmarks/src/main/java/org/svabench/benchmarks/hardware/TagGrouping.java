package org.svabench.benchmarks.hardware;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Notifications by their tags, v6.10 and later: one event per tag, with the range. Up to v6.11 a
 * tag's event follows the commands it sent; from v6.12 on the commands of a batch follow the events
 * of its tags. Which it is, the first events tell.
 */
final class TagGrouping extends Grouping {
  private static final int DMA = 0;

  /** Events of one thread; a notification runs on one thread from start to end. */
  private static final class Thread {
    private final Teardown teardown = new Teardown();
    private final List<DriverEvent.Submitted> loose = new ArrayList<>();
    private RecordedNotification open;
  }

  private final Listener listener;
  private final Map<Integer, Thread> threads = new LinkedHashMap<>();
  private boolean decided;
  private boolean commandsFirst;

  TagGrouping(Listener listener) {
    this.listener = listener;
  }

  /** Whether every command was waited for on its own, as far as the order of events tells. */
  boolean commandsFirst() {
    return commandsFirst;
  }

  @Override
  void accept(DriverEvent event) {
    if (event instanceof DriverEvent.Submitted submitted) {
      submitted(thread(event.tid()), submitted);
    } else if (event instanceof DriverEvent.Flushed flushed) {
      flushed(thread(event.tid()), flushed);
    } else if (event instanceof DriverEvent.Assigned assigned && assigned.tag().pasid() != DMA) {
      close(assigned.tag().pasid());
      listener.assigned(assigned);
    } else if (event instanceof DriverEvent.Unassigned unassigned
        && unassigned.tag().pasid() != DMA) {
      close(unassigned.tag().pasid());
      listener.unassigned(unassigned);
    }
  }

  private Thread thread(int tid) {
    return threads.computeIfAbsent(tid, unused -> new Thread());
  }

  private void submitted(Thread thread, DriverEvent.Submitted event) {
    if (thread.teardown.includes(event.command())) {
      close(thread);
      listener.torn(event);
    } else if (decided && !commandsFirst) {
      if (thread.open == null) {
        listener.stray(event);
      } else {
        thread.open.add(event);
      }
    } else {
      thread.loose.add(event);
    }
  }

  private void flushed(Thread thread, DriverEvent.Flushed event) {
    thread.teardown.over();
    if (!decided) {
      decided = true;
      int last = thread.loose.size() - 1;
      commandsFirst = last >= 0 && event.toldBy(thread.loose.get(last).command());
      if (!commandsFirst) {
        threads.values().forEach(this::drop);
      }
    }
    if (thread.open == null || !thread.open.takes(event)) {
      emit(thread);
      thread.open =
          new RecordedNotification(event.tag().pasid(), event.start(), event.end(), event.line());
    }
    thread.open.add(event);
    thread.loose.forEach(thread.open::add);
    thread.loose.clear();
  }

  private void close(int pasid) {
    for (Thread thread : threads.values()) {
      if (thread.open != null && thread.open.pasid() == pasid) {
        close(thread);
      }
    }
  }

  private void close(Thread thread) {
    drop(thread);
    emit(thread);
  }

  private void emit(Thread thread) {
    if (thread.open != null && thread.open.pasid() != DMA) {
      listener.notified(thread.open);
    }
    thread.open = null;
  }

  private void drop(Thread thread) {
    thread.loose.forEach(listener::stray);
    thread.loose.clear();
  }

  @Override
  void end() {
    threads.values().forEach(this::close);
  }
}
