package org.svabench.results.gate.fork;

import java.io.IOException;
import java.nio.file.Path;

/** Benchmarks of a known cost for the gate's tests. */
public final class Kernels {
  /** Fully qualified name of the class of all of them. */
  public static final String CLASS = "demo.Kernels";

  private Kernels() {}

  /**
   * A jar with {@code work}, {@code pair} of two threads, {@code once} in single-shot mode and
   * {@code allocate}.
   *
   * @param folder an empty folder
   * @param tokens CPU work of an operation of {@code work}, {@code pair} and {@code once}
   * @param bytes length of the array that {@code allocate} makes
   */
  public static Path jar(Path folder, int tokens, int bytes) throws IOException {
    return FixtureJar.of(
        folder,
        CLASS,
        """
        package demo;
        import java.util.concurrent.TimeUnit;
        import org.openjdk.jmh.annotations.*;
        import org.openjdk.jmh.infra.Blackhole;
        @BenchmarkMode(Mode.AverageTime)
        @OutputTimeUnit(TimeUnit.NANOSECONDS)
        public class Kernels {
          @Benchmark
          public void work() { Blackhole.consumeCPU(%1$d); }
          @Benchmark
          @Threads(2)
          public void pair() { Blackhole.consumeCPU(%1$d); }
          @Benchmark
          @BenchmarkMode(Mode.SingleShotTime)
          public void once() { Blackhole.consumeCPU(%1$d); }
          @Benchmark
          @BenchmarkMode(Mode.Throughput)
          public byte[] allocate() { return new byte[%2$d]; }
        }
        """
            .formatted(tokens, bytes));
  }
}
