package org.svabench.benchmarks.harness;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.svabench.benchmarks.ForkJvm;

/**
 * Work of the JDK alone, that no change of ours can touch: where two builds differ here, it is the
 * measurement that differs.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsPrepend = {ForkJvm.HEAP, ForkJvm.MAX_HEAP, ForkJvm.COLLECTOR})
public class Ruler {
  private static final int STEPS = 1000;
  private static final int CELLS = 1 << 14;

  private long state = 1;
  private int[] next;

  /** Strings a cycle through all cells, far apart (the step is odd, so it meets them all). */
  @Setup
  public void makeCycle() {
    next = new int[CELLS];
    for (int cell = 0; cell < CELLS; cell++) {
      next[cell] = cell + 5743 & CELLS - 1;
    }
  }

  /**
   * A chain of dependent steps of Marsaglia's xorshift: the speed of the core.
   *
   * @return the state, so that the work is done
   */
  @Benchmark
  public long arithmetic() {
    long x = state;
    for (int i = 0; i < STEPS; i++) {
      x ^= x << 13;
      x ^= x >>> 7;
      x ^= x << 17;
    }
    state = x;
    return x;
  }

  /**
   * A chain of dependent loads over 64 KiB: the speed of the nearer caches.
   *
   * @return the last cell, so that the work is done
   */
  @Benchmark
  public int memory() {
    int cell = 0;
    for (int i = 0; i < STEPS; i++) {
      cell = next[cell];
    }
    return cell;
  }
}
