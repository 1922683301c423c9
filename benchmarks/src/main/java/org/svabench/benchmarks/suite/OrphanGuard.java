package org.svabench.benchmarks.suite;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
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
 * runner has, and takes no time until then; who wraps the JVM of forks must hand it on. JMH makes
 * it a profiler of the fork; it reports nothing.
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
      Thread guard = new Thread(OrphanGuard::waitForTheRunner, "svabench-orphan-guard");
      guard.setDaemon(true);
      guard.start();
    }
  }

  private static void waitForTheRunner() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException broken) {
      // As good as its end.
    }
    Runtime.getRuntime().halt(1);
  }

  @Override
  @SuppressWarnings("rawtypes") // as JMH declares it
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    return List.of();
  }
}
