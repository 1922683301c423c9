package org.svabench.benchmarks.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.svabench.model.Design;
import org.svabench.model.Machine;
import org.svabench.model.sva.LockScope;
import org.svabench.model.topology.Topology;

/**
 * One machine under load for a while, then at rest: the unit of verification.
 *
 * @param design the design
 * @param index the index under it
 * @param topology the machine
 * @param lockScope which binds exclude each other
 * @param threads number of threads, 2 or more
 * @param seed decides what each thread does
 * @param calls the calls under test
 */
record Round(
    Design design,
    NamedIndex index,
    Topology topology,
    LockScope lockScope,
    int threads,
    long seed,
    Function<Machine, SvaCalls> calls) {
  private static final long PATIENCE_MILLIS = 30_000;

  /**
   * What came of it.
   *
   * @param counts what was done
   * @param violation the first violation, or null
   * @param history the events that led to it
   */
  record Outcome(Counts counts, Violation violation, List<String> history) {}

  /** Runs for a time, or until the first violation. */
  Outcome run(long nanos) {
    final Verdict verdict = new Verdict();
    final SimulatedHardware hardware = new SimulatedHardware(topology, design.decoder(), verdict);
    final Machine machine =
        Machine.with(topology, design)
            .hardware(hardware)
            .lockScope(lockScope)
            .index(index.supplier(topology))
            .build();
    final Arena arena = new Arena(calls.apply(machine), hardware, verdict);
    final SplittableRandom seeds = new SplittableRandom(seed);
    final List<OracleThread> running = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      running.add(new OracleThread(arena, i, seeds.nextLong()));
    }
    final long end = System.nanoTime() + nanos;
    running.forEach(Thread::start);
    try {
      while (!verdict.isOver() && System.nanoTime() - end < 0) {
        Thread.sleep(Math.max(1, Math.min(20, (end - System.nanoTime()) / 1_000_000)));
      }
      verdict.end();
      join(running, verdict);
    } catch (InterruptedException asked) {
      verdict.end();
      Thread.currentThread().interrupt();
    }
    final Counts counts = new Counts();
    running.forEach(thread -> counts.add(thread.counts));
    if (verdict.violation() == null && !Thread.currentThread().isInterrupted()) {
      new QuiescentChecks(arena).run();
    }
    final Violation violation = verdict.violation();
    return new Outcome(
        counts,
        violation,
        violation == null
            ? List.of()
            : new HistoryText(topology, violation)
                .lines(running.stream().map(thread -> thread.history).toList()));
  }

  private static void join(List<OracleThread> running, Verdict verdict)
      throws InterruptedException {
    for (OracleThread thread : running) {
      thread.join(verdict.violation() == null ? PATIENCE_MILLIS : 1_000);
      if (thread.isAlive()) {
        final StackTraceElement[] frames = thread.getStackTrace();
        verdict.fail(
            Violation.of(
                thread.getName()
                    + " does not come back"
                    + (frames.length == 0 ? "" : "; it is at " + frames[0])));
      }
    }
  }
}
