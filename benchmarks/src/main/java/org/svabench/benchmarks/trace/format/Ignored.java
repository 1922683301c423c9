package org.svabench.benchmarks.trace.format;

import org.svabench.benchmarks.trace.call.Call;
import org.svabench.benchmarks.trace.call.TraceEvents;
import org.svabench.benchmarks.trace.call.Witness;

/** Nobody listens: a format is being tried on the first lines of a text. */
final class Ignored implements TraceEvents {
  static final TraceEvents EVENTS = new Ignored();

  private Ignored() {}

  @Override
  public void line(long nanos, int tid, int pid, byte[] bytes, int from, int to) {}

  @Override
  public void call(Call call) {}

  @Override
  public void begin(Call call) {}

  @Override
  public boolean end(Call call) {
    return true;
  }

  @Override
  public void created(int parent, int tid, int pid, long flags) {}

  @Override
  public void exited(int tid) {}

  @Override
  public void superseded(int leader, int by) {}

  @Override
  public void flush(int tid, long pages, int reason) {}

  @Override
  public void flushRange(int tid, long start, long end, int strideShift) {}

  @Override
  public void executed(int tid, String name, Witness witness) {}

  @Override
  public void iommu(int tid, byte[] bytes, int from, int to) {}
}
