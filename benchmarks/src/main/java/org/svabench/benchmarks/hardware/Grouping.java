package org.svabench.benchmarks.hardware;

/** Puts the events of a trace together to notifications, in the order of the trace. */
abstract class Grouping {
  /** Who is told. */
  interface Listener {
    void notified(RecordedNotification notification);

    void assigned(DriverEvent.Assigned event);

    void unassigned(DriverEvent.Unassigned event);

    /** A command of a teardown. */
    void torn(DriverEvent.Submitted event);

    /** A command that belongs to no notification that the trace shows. */
    void stray(DriverEvent.Submitted event);
  }

  abstract void accept(DriverEvent event);

  /** The trace has ended. */
  abstract void end();
}
