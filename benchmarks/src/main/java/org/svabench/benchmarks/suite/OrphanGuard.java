package org.svabench.benchmarks.suite;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/**
 * Ends a fork whose runner was killed: it would measure on for nobody, for ever where it hangs, and
 * disturb what runs next.
 *
 * <p>A thread of the fork waits for the end of its standard input, a pipe whose other end only the
 * runner has, and takes no time until then. JMH makes it a profiler of the fork; it reports
 * nothing.
 */
public final class OrphanGuard implements InternalProfiler {
  /** JMH's main class of a fork; in the runner itself, standard input is the user's. */
  private static final String FORK = "org.openjdk.jmh.runner.ForkedMain";

  private static final AtomicBoolean ON_GUARD = new AtomicBoolean();

  /** As JMH makes its profilers. */
  public OrphanGuard() {}

  @Override
  public String getDescription() {
    return "Ends a fork whose runner was killed";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    if (System.getProperty("sun.java.command", "").startsWith(FORK)
        && ON_GUARD.compareAndSet(false, true)) {
      Optional<ProcessHandle> runner = ProcessHandle.current().parent();
      Thread guard = new Thread(() -> waitForTheEndOf(runner), "svabench-orphan-guard");
      guard.setDaemon(true);
      guard.start();
    }
  }

  private static void waitForTheEndOf(Optional<ProcessHandle> runner) {
    try {
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException broken) {
      // As good as its end.
    }
    if (runner.isEmpty() || !runner.get().isAlive()) {
      Runtime.getRuntime().halt(1);
    }
  }

  @Override
  @SuppressWarnings("rawtypes") // as JMH declares it
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    return List.of();
  }
}
