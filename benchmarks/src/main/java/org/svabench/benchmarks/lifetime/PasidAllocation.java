package org.svabench.benchmarks.lifetime;

import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.svabench.benchmarks.ForkJvm;
import org.svabench.model.mm.PasidAllocator;

/**
 * Taking the lowest free PASID and giving it back, with so many in use below it.
 *
 * <p><b>Claims</b> that the cost does not grow with the PASIDs in use, up to the whole 20-bit
 * space. The space is shared by all threads, as in the kernel; {@code -t 2} shows its lock.
 *
 * <p><b>Controls for</b> the lock and the call: {@code linearSearch} does the same on a {@link
 * BitSet} under a monitor, which looks at every word in use.
 *
 * <p><b>Does not show</b> a space full of holes: those in use are the lowest, which is the worst
 * case of a search from below and what a kernel's space looks like after start-up.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsPrepend = {ForkJvm.HEAP, ForkJvm.MAX_HEAP, ForkJvm.COLLECTOR})
public class PasidAllocation {
  private static final int SPACE = 1 << 20;

  /** Both spaces, filled alike. */
  @State(Scope.Benchmark)
  public static class Space {
    /** PASIDs in use, the lowest ones; up to 1,048,574. */
    @Param({"0", "1000", "1000000"})
    public int inUse;

    private PasidAllocator pasids;
    private BitSet used;

    /** As JMH makes it. */
    public Space() {}

    /** Takes those in use. */
    @Setup(Level.Trial)
    public void fill() {
      pasids = new PasidAllocator(SPACE);
      used = new BitSet(SPACE);
      used.set(0);
      for (int i = 0; i < inUse; i++) {
        used.set(pasids.allocate(SPACE));
      }
    }
  }

  /**
   * The model's.
   *
   * @param space shared
   * @return the PASID
   */
  @Benchmark
  public int lowestFree(Space space) {
    final int pasid = space.pasids.allocate(SPACE);
    space.pasids.release(pasid);
    return pasid;
  }

  /**
   * A bit set.
   *
   * @param space shared
   * @return the PASID
   */
  @Benchmark
  public int linearSearch(Space space) {
    final BitSet used = space.used;
    final int pasid;
    synchronized (used) {
      pasid = used.nextClearBit(0);
      used.set(pasid);
    }
    synchronized (used) {
      used.clear(pasid);
    }
    return pasid;
  }
}
