package org.svabench.benchmarks.contention;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.svabench.benchmarks.invalidate.Notifying;
import org.svabench.benchmarks.latency.LatencyRecorder;
import org.svabench.benchmarks.latency.TimedCall;
import org.svabench.benchmarks.machine.AllBound;
import org.svabench.model.Machine;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;
import org.svabench.model.topology.Device;

/** A thread that binds one device to an mm and unbinds it, over and over. */
@State(Scope.Thread)
public class Binding {
  private TimedCall bindUnbind;
  private Machine machine;
  private Cpu cpu;
  private Device device;
  private long pairs;

  /** As JMH makes it. */
  public Binding() {}

  /**
   * Asks for a histogram.
   *
   * @param latency times the pairs
   */
  @Setup(Level.Trial)
  public void prepare(LatencyRecorder latency) {
    bindUnbind = latency.call("bindUnbind", Notifying.COUNT);
  }

  /** Makes this thread one of a machine's CPUs; it binds the machine's last device. */
  void on(Machine machine) {
    this.machine = machine;
    cpu = machine.newCpu();
    device = machine.topology().devices().get(machine.topology().deviceCount() - 1);
  }

  void inARow(Mm mm) {
    for (int i = 0; i < Notifying.COUNT; ) {
      final int until = i + bindUnbind.callsPerSample();
      int errors = 0;
      final long begin = bindUnbind.begin();
      for (; i < until; i++) {
        errors |= machine.bind(cpu, mm, device);
        machine.unbind(cpu, cpu.bond());
      }
      bindUnbind.end(begin);
      AllBound.mustSucceed(errors);
    }
    pairs += Notifying.COUNT;
  }

  long pairs() {
    return pairs;
  }
}
