package org.svabench.benchmarks.index;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.svabench.benchmarks.ForkJvm;

/**
 * Throughput and latency of notifications of one page, by index, under one design on hardware
 * without latency; of binds beside them in the last group. {@code -p batch=1} times single calls,
 * which need some 220 ns or more each; {@code -p batch=64} means of 64.
 *
 * <p>Controls: {@link #notifyOnce} is {@link #notifyAlone} without the loop and the timer: the two
 * must agree, else the loop is not linear. {@link #bindAlone} is the binder of the group by itself.
 * A row of two threads is read against the row of one thread on the same state. Not shown: more
 * threads than two, and waits for hardware, which the spinlocked list spends under its lock.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsPrepend = {ForkJvm.HEAP, ForkJvm.MAX_HEAP, ForkJvm.COLLECTOR})
public class IndexShootOut {
  /**
   * One notifier, one call an operation, not timed.
   *
   * @param thread notifies
   */
  @Benchmark
  public void notifyOnce(NotifyingThread.OfTheFirstMm thread) {
    thread.once();
  }

  /**
   * One notifier of an mm that has every device bound.
   *
   * @param thread notifies
   */
  @Benchmark
  @OperationsPerInvocation(NotifyingThread.COUNT)
  public void notifyAlone(NotifyingThread.OfTheFirstMm thread) {
    thread.manyTimed();
  }

  /**
   * Two notifiers of one mm; against {@link #notifyAlone}.
   *
   * @param thread notifies
   */
  @Benchmark
  @Threads(2)
  @OperationsPerInvocation(NotifyingThread.COUNT)
  public void twoOfOneMm(NotifyingThread.OfTheFirstMm thread) {
    thread.manyTimed();
  }

  /**
   * Two notifiers of two mms that meet at every queue; against {@link #notifyAlone}.
   *
   * @param thread notifies
   */
  @Benchmark
  @Threads(2)
  @OperationsPerInvocation(NotifyingThread.COUNT)
  public void twoOfTwoMmsOnSharedQueues(NotifyingThread.OfItsMm thread) {
    thread.manyTimed();
  }

  /**
   * One notifier of an mm on one half of the IOMMUs.
   *
   * @param thread notifies
   */
  @Benchmark
  @OperationsPerInvocation(NotifyingThread.COUNT)
  public void oneOnHalfTheIommus(NotifyingThread.OfItsIommus thread) {
    thread.manyTimed();
  }

  /**
   * Two notifiers of two mms, each on one half of the IOMMUs; against {@link #oneOnHalfTheIommus}.
   *
   * @param thread notifies
   */
  @Benchmark
  @Threads(2)
  @OperationsPerInvocation(NotifyingThread.COUNT)
  public void twoOnHalfTheIommusEach(NotifyingThread.OfItsIommus thread) {
    thread.manyTimed();
  }

  /**
   * Bind and unbind of one more device without notifications.
   *
   * @param thread binds
   */
  @Benchmark
  @OperationsPerInvocation(NotifyingThread.COUNT)
  public void bindAlone(BindingThread thread) {
    thread.manyTimed();
  }

  /**
   * Notifications while a device of the same mm is bound and unbound over and over.
   *
   * @param thread notifies
   */
  @Benchmark
  @Group("churn")
  @OperationsPerInvocation(NotifyingThread.COUNT)
  public void notifyUnderChurn(NotifyingThread.OfTheChurnedMm thread) {
    thread.manyTimed();
  }

  /**
   * Bind and unbind of one more device under notifications of the same mm.
   *
   * @param thread binds
   */
  @Benchmark
  @Group("churn")
  @OperationsPerInvocation(NotifyingThread.COUNT)
  public void bindUnderLoad(BindingThread thread) {
    thread.manyTimed();
  }
}
