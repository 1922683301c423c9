package org.svabench.benchmarks.calibrate;

import org.svabench.model.cost.Price;

/**
 * One row of {@code dmar_perf_latency}: how long the submissions of one kind took on one IOMMU. The
 * kernel cuts minimum, maximum and average to whole microseconds, so each stands for an interval.
 *
 * @param iommu the IOMMU's name
 * @param kind the row's name
 * @param buckets samples below 100 ns, 1 us, 10 us, 100 us, 1 ms, 10 ms, and above
 * @param min least, microseconds
 * @param max most, microseconds
 * @param average microseconds
 */
record LatencyRow(String iommu, String kind, long[] buckets, long min, long max, long average) {
  private static final long[] BORDERS = {0, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000};
  private static final double MICROSECOND = 1_000;

  /** Number of buckets. */
  static final int BUCKETS = BORDERS.length;

  long samples() {
    long sum = 0;
    for (long bucket : buckets) {
      sum += bucket;
    }
    return sum;
  }

  /** The least that any sample can have taken, nanoseconds. */
  long least() {
    int first = 0;
    while (buckets[first] == 0) {
      first++;
    }
    return Math.max(min * 1_000, BORDERS[first]);
  }

  /** The most that any sample can have taken, nanoseconds. */
  long most() {
    int last = BUCKETS - 1;
    while (buckets[last] == 0) {
      last--;
    }
    long border = last == BUCKETS - 1 ? Long.MAX_VALUE : BORDERS[last + 1];
    return Math.min((max + 1) * 1_000, border);
  }

  /** The least that the mean can be, nanoseconds: by the average, and by the buckets. */
  double leastMean() {
    return Math.max(average * MICROSECOND, meanOfBorders(0));
  }

  /** The most that the mean can be, nanoseconds: by the average, and by the buckets. */
  double mostMean() {
    return Math.min((average + 1) * MICROSECOND, meanOfBorders(1));
  }

  private double meanOfBorders(int side) {
    double sum = 0;
    for (int i = 0; i < BUCKETS; i++) {
      double border = i + side == BUCKETS ? Price.LONGEST : BORDERS[i + side];
      sum += buckets[i] * Math.min(Math.max(border, least()), most());
    }
    return sum / samples();
  }

  /** Whether minimum, maximum, average and buckets can all be true. */
  boolean fits() {
    return least() <= most() && leastMean() <= mostMean() && most() <= Price.LONGEST;
  }
}
