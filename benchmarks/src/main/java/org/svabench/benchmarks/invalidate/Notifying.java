package org.svabench.benchmarks.invalidate;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.svabench.benchmarks.latency.LatencyRecorder;
import org.svabench.benchmarks.latency.TimedCall;
import org.svabench.model.Machine;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;

/** A thread that notifies of one page. */
@State(Scope.Thread)
public class Notifying {
  /** Notifications in a row, so that short ones can be timed many at a time. */
  public static final int COUNT = 64;

  /** First byte of the page; not final, so that no compiler knows it. */
  private long start = Ranges.SOMEWHERE;

  private long end = start + Ranges.PAGE;
  private TimedCall notify;
  private Machine machine;
  private Cpu cpu;
  private long notifications;

  /** As JMH makes it. */
  public Notifying() {}

  /**
   * Asks for a histogram.
   *
   * @param latency times the notifications
   */
  @Setup(Level.Trial)
  public void prepare(LatencyRecorder latency) {
    notify = latency.call("notify", COUNT);
  }

  /**
   * Makes this thread one of a machine's CPUs.
   *
   * @param machine the machine
   * @return the CPU
   */
  public Cpu on(Machine machine) {
    this.machine = machine;
    cpu = machine.newCpu();
    return cpu;
  }

  /**
   * Notifies once, not timed.
   *
   * @param mm has devices bound
   */
  public void once(Mm mm) {
    machine.invalidate(cpu, mm, start, end);
    notifications++;
  }

  /**
   * Notifies {@value #COUNT} times and times all of them.
   *
   * @param mm has devices bound
   */
  public void inARow(Mm mm) {
    for (int i = 0; i < COUNT; ) {
      final int until = i + notify.callsPerSample();
      final long begin = notify.begin();
      for (; i < until; i++) {
        machine.invalidate(cpu, mm, start, end);
      }
      notify.end(begin);
    }
    notifications += COUNT;
  }

  /**
   * Notifications so far.
   *
   * @return running total
   */
  public long notifications() {
    return notifications;
  }
}
