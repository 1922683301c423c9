package org.svabench.benchmarks.latency;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.openjdk.jmh.util.AbstractStatistics;

/**
 * JMH's view of a histogram: nanoseconds per call. It claims no error of the mean: samples of one
 * fork are not independent, and their sheer number would make any interval look precise.
 */
final class HistogramStatistics extends AbstractStatistics {
  private static final long serialVersionUID = 1L;

  private final transient Histogram histogram;
  private final double callsPerSample;

  HistogramStatistics(Histogram histogram, int callsPerSample) {
    this.histogram = histogram;
    this.callsPerSample = callsPerSample;
  }

  @Override
  public double getMean() {
    return histogram.getMean() / callsPerSample;
  }

  @Override
  public double getMax() {
    return histogram.getMaxValue() / callsPerSample;
  }

  @Override
  public double getMin() {
    return histogram.getMinValue() / callsPerSample;
  }

  @Override
  public long getN() {
    return histogram.getTotalCount();
  }

  @Override
  public double getSum() {
    return getMean() * getN();
  }

  @Override
  public double getVariance() {
    double deviation = histogram.getStdDeviation() / callsPerSample;
    return deviation * deviation;
  }

  @Override
  public double getPercentile(double rank) {
    return rank == 0 ? getMin() : histogram.getValueAtPercentile(rank) / callsPerSample;
  }

  @Override
  public double getMeanErrorAt(double confidence) {
    return Double.NaN;
  }

  @Override
  public double[] getConfidenceIntervalAt(double confidence) {
    return new double[] {Double.NaN, Double.NaN};
  }

  @Override
  public int[] getHistogram(double[] levels) {
    int[] bins = new int[levels.length - 1];
    for (HistogramIterationValue bucket : histogram.recordedValues()) {
      int level = Arrays.binarySearch(levels, bucket.getValueIteratedTo() / callsPerSample);
      int bin = level >= 0 ? level : -level - 2;
      if (bin >= 0 && bin < bins.length) {
        bins[bin] += (int) bucket.getCountAddedInThisIterationStep();
      }
    }
    return bins;
  }

  @Override
  public Iterator<Map.Entry<Double, Long>> getRawData() {
    return StreamSupport.stream(histogram.recordedValues().spliterator(), false)
        .<Map.Entry<Double, Long>>map(
            bucket ->
                new SimpleImmutableEntry<>(
                    bucket.getValueIteratedTo() / callsPerSample,
                    bucket.getCountAddedInThisIterationStep()))
        .iterator();
  }
}
