package org.svabench.benchmarks.trace.format;

import org.svabench.benchmarks.trace.call.Syscall;
import org.svabench.benchmarks.trace.count.TraceCounts;
import org.svabench.benchmarks.trace.text.Ascii;

/** What an event is, by its name; decided once per name. */
final class EventName {
  /** Kinds of events. */
  enum Kind {
    ENTER,
    EXIT,
    FLUSH,
    NEW_TASK,
    EXEC,
    TASK_EXIT,
    IOMMU,
    OTHER
  }

  private static final String[] IOMMU_EVENTS = {
    "qi_submit",
    "cache_tag_assign",
    "cache_tag_unassign",
    "cache_tag_flush_all",
    "cache_tag_flush_range",
    "cache_tag_flush_range_np"
  };

  final Kind kind;

  /** The call of an enter or exit event, or null when it has no part in the answer. */
  final Syscall syscall;

  private EventName(Kind kind, Syscall syscall) {
    this.kind = kind;
    this.syscall = syscall;
  }

  static EventName of(String name, CallNames calls, TraceCounts counts) {
    String event = name.substring(name.indexOf(':') + 1);
    if (event.startsWith("sys_enter_")) {
      return new EventName(Kind.ENTER, call(event.substring(10), calls, counts));
    }
    if (event.startsWith("sys_exit_")) {
      return new EventName(Kind.EXIT, call(event.substring(9), calls, counts));
    }
    if (event.startsWith("sys_")) {
      return new EventName(Kind.ENTER, call(event.substring(4), calls, counts));
    }
    for (String iommu : IOMMU_EVENTS) {
      if (event.equals(iommu)) {
        return new EventName(Kind.IOMMU, null);
      }
    }
    return switch (event) {
      case "tlb_flush" -> new EventName(Kind.FLUSH, null);
      case "task_newtask" -> new EventName(Kind.NEW_TASK, null);
      case "sched_process_exec" -> new EventName(Kind.EXEC, null);
      case "sched_process_exit" -> new EventName(Kind.TASK_EXIT, null);
      default -> new EventName(Kind.OTHER, null);
    };
  }

  private static Syscall call(String name, CallNames calls, TraceCounts counts) {
    byte[] bytes = Ascii.bytes(name);
    return calls.call(counts.name(bytes, 0, bytes.length));
  }
}
