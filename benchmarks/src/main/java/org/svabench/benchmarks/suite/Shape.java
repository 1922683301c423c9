package org.svabench.benchmarks.suite;

import java.io.Serializable;
import java.time.Duration;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What one fork does.
 *
 * @param warmups iterations before measuring
 * @param warmup length of each
 * @param measurements measured iterations
 * @param measurement length of each
 */
public record Shape(int warmups, TimeValue warmup, int measurements, TimeValue measurement)
    implements Serializable {
  /** Start and end of a fork's JVM with JMH's handshake, on a two-core virtual machine. */
  static final Duration JVM = Duration.ofMillis(700);

  /** The shape a benchmark's annotations give it. */
  static Shape of(BenchmarkListEntry entry) {
    return new Shape(
        entry.getWarmupIterations().orElse(Defaults.WARMUP_ITERATIONS),
        entry.getWarmupTime().orElse(Defaults.WARMUP_TIME),
        entry.getMeasurementIterations().orElse(Defaults.MEASUREMENT_ITERATIONS),
        entry.getMeasurementTime().orElse(Defaults.MEASUREMENT_TIME));
  }

  /** Wall time of a fork, about. */
  Duration fork() {
    return JVM.plus(length(warmup).multipliedBy(warmups))
        .plus(length(measurement).multipliedBy(measurements));
  }

  /** The shape with what the user gave on the command line. */
  Shape with(Options options) {
    return new Shape(
        options.getWarmupIterations().orElse(warmups),
        options.getWarmupTime().orElse(warmup),
        options.getMeasurementIterations().orElse(measurements),
        options.getMeasurementTime().orElse(measurement));
  }

  private static Duration length(TimeValue time) {
    return Duration.of(time.getTime(), time.getTimeUnit().toChronoUnit());
  }
}
