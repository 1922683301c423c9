package org.svabench.benchmarks.hardware;

/** An event of the driver, at a line of the trace and from a thread. */
sealed interface DriverEvent {
  /** The line, from 1. */
  long line();

  /** The thread. */
  int tid();

  /** A command was handed to a queue ({@code qi_submit}); its wait is not traced. */
  record Submitted(long line, int tid, SentCommand command) implements DriverEvent {}

  /**
   * A notification reached a tag ({@code cache_tag_flush_range}, {@code _all}): from start to end,
   * exclusive; {@code (0, -1)} is everything.
   */
  record Flushed(long line, int tid, Tag tag, long start, long end, long base, int order)
      implements DriverEvent {
    boolean sameNotification(Flushed other) {
      return tag.pasid() == other.tag.pasid() && start == other.start && end == other.end;
    }

    /** Whether a command tells this tag of this range. */
    boolean toldBy(SentCommand command) {
      boolean block =
          order >= 0 && command.order() >= 0
              ? command.base() == base && command.order() == order
              : true;
      return block
          && command.iommu().equals(tag.iommu())
          && command.isDeviceTlb() == tag.deviceTlb();
    }
  }

  /** A tag got a user ({@code cache_tag_assign}); users counts it. */
  record Assigned(long line, int tid, Tag tag, long users) implements DriverEvent {}

  /** A tag lost a user ({@code cache_tag_unassign}). */
  record Unassigned(long line, int tid, Tag tag) implements DriverEvent {}
}
