package org.svabench.benchmarks.evidence.unrelated;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.svabench.benchmarks.evidence.injected.ExtraWork;

/**
 * Allocating, hashing, sorting and walking far memory. As in the suite's kernels, 105 repeats are
 * five per cent more work; {@code lookUp} and {@code buildString} were seen to take a few per cent
 * more than that.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(100)
@Fork(jvmArgsPrepend = {"-Xms512m", "-Xmx512m", "-XX:+UseSerialGC"})
public class JdkKernels {
  private static final int KEYS = 10_000;
  private static final int NUMBERS = 300;
  private static final int CELLS = 1 << 21;
  private static final int STEPS = 20;

  /** 100 and more. */
  @Param("100")
  public int repeats;

  private final Map<String, Integer> map = new HashMap<>();
  private final String[] keys = new String[KEYS];
  private final int[] numbers = new int[NUMBERS];
  private final int[] scratch = new int[NUMBERS];
  private final int[] next = new int[CELLS];
  private int cell;
  private int key;

  @Setup
  public void fill() {
    repeats = ExtraWork.on(repeats);
    Random random = new Random(1);
    for (int i = 0; i < KEYS; i++) {
      keys[i] = "key " + random.nextLong();
      map.put(keys[i], i);
    }
    for (int i = 0; i < NUMBERS; i++) {
      numbers[i] = random.nextInt();
    }
    for (int i = 0; i < CELLS; i++) {
      next[i] = i + 777_767 & CELLS - 1;
    }
  }

  @Benchmark
  public void buildString(Blackhole hole) {
    for (int i = 0; i < repeats; i++) {
      StringBuilder text = new StringBuilder();
      for (int part = 0; part < 8; part++) {
        text.append(part * i).append(',');
      }
      hole.consume(text.toString());
    }
  }

  @Benchmark
  public long lookUp() {
    long sum = 0;
    for (int i = 0; i < repeats; i++) {
      key = key + 7919 < KEYS ? key + 7919 : key + 7919 - KEYS;
      sum += map.get(keys[key]);
    }
    return sum;
  }

  @Benchmark
  public void sort(Blackhole hole) {
    for (int i = 0; i < repeats; i++) {
      System.arraycopy(numbers, 0, scratch, 0, NUMBERS);
      Arrays.sort(scratch);
      hole.consume(scratch);
    }
  }

  @Benchmark
  public int walk() {
    int at = cell;
    for (int i = 0; i < repeats; i++) {
      for (int step = 0; step < STEPS; step++) {
        at = next[at];
      }
    }
    cell = at;
    return at;
  }
}
