package org.svabench.results.gate.fork;

import java.io.IOException;
import java.nio.file.Path;

/** Benchmarks of a known cost for the gate's tests. */
public final class Kernels {
  /** Fully qualified name of the class of all of them. */
  public static final String CLASS = "demo.Kernels";

  private Kernels() {}

  /**
   * A jar with {@code work}, {@code pair} of two threads, {@code once} in single-shot mode, {@code
   * allocate}, and {@code seated} and {@code restless}, which count the CPUs that their thread may
   * use and that the JVM tells it of; the latter starts a thread in every iteration, and {@code
   * late} in its sixth alone. {@code explode} throws in its fifth, and {@code stall} sleeps.
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
        import java.nio.file.Files;
        import java.nio.file.Path;
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
          @Benchmark
          public void seated(Cpus cpus) { Blackhole.consumeCPU(%1$d); }
          @Benchmark
          public void restless(Cpus cpus, Starter starter) { Blackhole.consumeCPU(%1$d); }
          @Benchmark
          public void late(Cpus cpus, Turns turns) throws Exception {
            if (turns.begins(6)) {
              start();
            }
            Blackhole.consumeCPU(%1$d);
          }
          @Benchmark
          public void explode(Turns turns) {
            if (turns.begins(5)) {
              throw new IllegalStateException("a stale entry");
            }
            Blackhole.consumeCPU(%1$d);
          }
          @Benchmark
          public void stall(Turns turns) throws Exception {
            if (turns.begins(5)) {
              Thread.sleep(1_000_000);
            }
            Blackhole.consumeCPU(%1$d);
          }
          static void start() throws Exception {
            Thread thread = new Thread(() -> {});
            thread.start();
            thread.join();
          }
          @State(Scope.Thread)
          public static class Starter {
            @Setup(Level.Iteration)
            public void begin() throws Exception { start(); }
          }
          @State(Scope.Thread)
          public static class Turns {
            private int iteration;
            private boolean fresh;
            @Setup(Level.Iteration)
            public void begin() { iteration++; fresh = true; }
            boolean begins(int number) {
              boolean now = fresh && iteration == number;
              fresh = false;
              return now;
            }
          }
          @State(Scope.Thread)
          @AuxCounters(AuxCounters.Type.EVENTS)
          public static class Cpus {
            public int cpus;
            public int processors;
            @TearDown(Level.Iteration)
            public void count() throws Exception {
              processors = Runtime.getRuntime().availableProcessors();
              for (String line : Files.readAllLines(Path.of("/proc/thread-self/status"))) {
                if (line.startsWith("Cpus_allowed:")) {
                  for (String part : line.substring(13).strip().split(",")) {
                    cpus += Integer.bitCount(Integer.parseUnsignedInt(part, 16));
                  }
                }
              }
            }
          }
        }
        """
            .formatted(tokens, bytes));
  }
}
