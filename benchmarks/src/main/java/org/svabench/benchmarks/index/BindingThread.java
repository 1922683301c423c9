package org.svabench.benchmarks.index;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.svabench.benchmarks.latency.LatencyRecorder;
import org.svabench.benchmarks.latency.TimedCall;
import org.svabench.model.Machine;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;
import org.svabench.model.topology.Device;

/** A thread that binds the last device to the first mm and unbinds it, over and over. */
@State(Scope.Thread)
public class BindingThread {
  private Machine machine;
  private Cpu cpu;
  private Mm mm;
  private Device device;
  private TimedCall pair;

  /** As JMH makes its states. */
  public BindingThread() {}

  /**
   * Gets ready.
   *
   * @param shared the machine
   * @param latency times the calls
   */
  @Setup(Level.Trial)
  public void start(IndexedMachine.Churned shared, LatencyRecorder latency) {
    machine = shared.machine();
    cpu = machine.newCpu();
    mm = shared.mm(0);
    device = shared.lastDevice();
    pair = latency.call("bindAndUnbind", NotifyingThread.COUNT);
  }

  void manyTimed() {
    for (int i = 0; i < NotifyingThread.COUNT; ) {
      int end = i + pair.callsPerSample();
      int errors = 0;
      long begin = pair.begin();
      for (; i < end; i++) {
        errors |= machine.bind(cpu, mm, device);
        machine.unbind(cpu, cpu.bond());
      }
      pair.end(begin);
      if (errors != 0) {
        throw new IllegalStateException("bind failed: " + errors);
      }
    }
  }
}
