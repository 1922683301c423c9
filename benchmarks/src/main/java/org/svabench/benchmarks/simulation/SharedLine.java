package org.svabench.benchmarks.simulation;

/**
 * A cache line that CPUs write with atomic instructions. Its home serves one at a time, in the
 * order in which they come, and is busy for a while with each; the CPU has its answer a round trip
 * after it is served. The CPU that wrote it last, with nobody behind it, has the line and pays
 * nothing.
 */
final class SharedLine {
  private final EventLoop loop;
  private final LineCost cost;
  private long freeAt;
  private int lastWriter = -1;
  private long writes;

  SharedLine(EventLoop loop, LineCost cost) {
    this.loop = loop;
    this.cost = cost;
  }

  /**
   * One atomic instruction.
   *
   * @param cpu who
   * @param atHome its effect, at the instant it is served
   * @param answered what the CPU does with the answer
   */
  void write(int cpu, Runnable atHome, Runnable answered) {
    writes++;
    if (freeAt <= loop.now() && (lastWriter == cpu || lastWriter < 0)) {
      lastWriter = cpu;
      atHome.run();
      answered.run();
      return;
    }
    lastWriter = cpu;
    long start = Math.max(freeAt, loop.now());
    freeAt = start + cost.busy();
    loop.after(freeAt - loop.now(), atHome);
    loop.after(start + Math.max(cost.busy(), cost.roundTrip()) - loop.now(), answered);
  }

  /** Atomic instructions so far. */
  long writes() {
    return writes;
  }
}
