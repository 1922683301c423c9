package org.svabench.benchmarks.index;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.svabench.benchmarks.ForkJvm;

/**
 * The bitset beside its peers, by one thread: what a bind, an unbind and a notification ask of it.
 *
 * <p>Control: {@link #nextBit}, what choosing a bit costs in every other row. Not shown:
 * contention, which the shoot-out of the indexes shows; and {@code setOwned} and {@code clearOwned}
 * of ours, which no peer has and binds use.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsPrepend = {ForkJvm.HEAP, ForkJvm.MAX_HEAP, ForkJvm.COLLECTOR})
public class BitSetOperations {
  /**
   * Chooses a bit and does nothing.
   *
   * @param filled the set
   * @return the bit
   */
  @Benchmark
  public int nextBit(FilledBitSet filled) {
    return filled.nextClear();
  }

  /**
   * Sets a bit that was clear and clears it.
   *
   * @param filled the set
   */
  @Benchmark
  public void setAndClear(FilledBitSet filled) {
    final int bit = filled.nextClear();
    filled.contender().set(bit);
    filled.contender().clear(bit);
  }

  /**
   * Sets a bit that is set.
   *
   * @param filled the set
   */
  @Benchmark
  public void setAgain(FilledBitSet filled) {
    filled.contender().set(filled.nextSet());
  }

  /**
   * Clears a bit that is clear.
   *
   * @param filled the set
   */
  @Benchmark
  public void clearAgain(FilledBitSet filled) {
    filled.contender().clear(filled.nextClear());
  }

  /**
   * Visits every bit that is set.
   *
   * @param filled the set
   * @return their sum
   */
  @Benchmark
  public long iterate(FilledBitSet filled) {
    return filled.contender().sum();
  }
}
