package org.svabench.benchmarks.index;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;
import org.svabench.benchmarks.latency.LatencyRecorder;
import org.svabench.benchmarks.latency.TimedCall;
import org.svabench.model.Machine;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;

/** A thread that notifies one page of one mm, over and over. */
@State(Scope.Thread)
public abstract class NotifyingThread {
  /** Notifications in a row, so that short ones can be timed many at a time. */
  static final int COUNT = 64;

  private static final long PAGE = 4096;

  private static final long SOMEWHERE = 0x7f12_3440_0000L;

  /** Not final, so that no compiler knows it. */
  private long start = SOMEWHERE;

  private Machine machine;
  private Cpu cpu;
  private Mm mm;
  private TimedCall call;

  /** For the subclasses. */
  NotifyingThread() {}

  static void onePage(Machine machine, Cpu cpu, Mm mm) {
    machine.invalidate(cpu, mm, SOMEWHERE, SOMEWHERE + PAGE);
  }

  final void use(IndexedMachine shared, int mmNumber, LatencyRecorder latency) {
    machine = shared.machine();
    cpu = machine.newCpu();
    mm = shared.mm(mmNumber);
    call = latency.call("notify", COUNT);
  }

  final void once() {
    machine.invalidate(cpu, mm, start, start + PAGE);
  }

  final void manyTimed() {
    for (int i = 0; i < COUNT; ) {
      int end = i + call.callsPerSample();
      long begin = call.begin();
      for (; i < end; i++) {
        once();
      }
      call.end(begin);
    }
  }

  /** On the first mm of {@link IndexedMachine.SameIommus}, whichever thread it is. */
  public static class OfTheFirstMm extends NotifyingThread {
    /**
     * Gets ready.
     *
     * @param shared the machine
     * @param latency times the calls
     */
    @Setup(Level.Trial)
    public void start(IndexedMachine.SameIommus shared, LatencyRecorder latency) {
      use(shared, 0, latency);
    }
  }

  /** On an mm of its own of {@link IndexedMachine.SameIommus}. */
  public static class OfItsMm extends NotifyingThread {
    /**
     * Gets ready.
     *
     * @param shared the machine
     * @param thread tells the mm
     * @param latency times the calls
     */
    @Setup(Level.Trial)
    public void start(
        IndexedMachine.SameIommus shared, ThreadParams thread, LatencyRecorder latency) {
      use(shared, thread.getThreadIndex(), latency);
    }
  }

  /** On an mm of its own of {@link IndexedMachine.OwnIommus}. */
  public static class OfItsIommus extends NotifyingThread {
    /**
     * Gets ready.
     *
     * @param shared the machine
     * @param thread tells the mm
     * @param latency times the calls
     */
    @Setup(Level.Trial)
    public void start(
        IndexedMachine.OwnIommus shared, ThreadParams thread, LatencyRecorder latency) {
      use(shared, thread.getThreadIndex(), latency);
    }
  }

  /** On the first mm of {@link IndexedMachine.Churned}. */
  public static class OfTheChurnedMm extends NotifyingThread {
    /**
     * Gets ready.
     *
     * @param shared the machine
     * @param latency times the calls
     */
    @Setup(Level.Trial)
    public void start(IndexedMachine.Churned shared, LatencyRecorder latency) {
      use(shared, 0, latency);
    }
  }
}
