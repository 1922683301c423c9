package org.svabench.benchmarks.latency;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Aggregator;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.ScalarDerivativeResult;

/**
 * A whole histogram as a secondary result of JMH. Threads, iterations and forks are merged by
 * adding their histograms, so no sample is lost or weighted anew; percentiles are derived from the
 * sum.
 *
 * <p>Crosses from the fork to the harness in HdrHistogram's compressed form.
 */
public final class HistogramResult extends Result<HistogramResult> {
  private static final long serialVersionUID = 1L;

  private static final double[] PERCENTILES = {50, 90, 99, 99.9, 99.99};

  private final String call;
  private final int callsPerSample;
  private final transient Histogram histogram;

  /**
   * A result of its own.
   *
   * @param call what was timed
   * @param callsPerSample how many calls each recorded value is the time of
   * @param histogram nanoseconds, not empty; handed over
   */
  HistogramResult(String call, int callsPerSample, Histogram histogram) {
    super(
        ResultRole.SECONDARY,
        callsPerSample == 1 ? call : call + ".mean-of-" + callsPerSample,
        new HistogramStatistics(histogram, callsPerSample),
        "ns/op",
        AggregationPolicy.AVG);
    this.call = call;
    this.callsPerSample = callsPerSample;
    this.histogram = histogram;
  }

  /**
   * How many calls each recorded value is the time of.
   *
   * @return 1 for single calls
   */
  public int callsPerSample() {
    return callsPerSample;
  }

  /**
   * The recorded samples.
   *
   * @return nanoseconds per sample, with start and end; not to be changed
   */
  public Histogram histogram() {
    return histogram;
  }

  @Override
  protected Aggregator<HistogramResult> getThreadAggregator() {
    return HistogramResult::sum;
  }

  @Override
  protected Aggregator<HistogramResult> getIterationAggregator() {
    return HistogramResult::sum;
  }

  private static HistogramResult sum(Collection<HistogramResult> parts) {
    HistogramResult first = parts.iterator().next();
    Histogram all = new Histogram(first.histogram);
    for (HistogramResult part : parts) {
      all.add(part.histogram);
    }
    return new HistogramResult(first.call, first.callsPerSample, all);
  }

  @Override
  @SuppressWarnings("rawtypes") // as JMH declares it
  protected Collection<? extends Result> getDerivativeResults() {
    List<Result> derived = new ArrayList<>();
    for (double percentile : PERCENTILES) {
      String name =
          ".p" + (percentile == Math.rint(percentile) ? "" + (int) percentile : percentile);
      derived.add(derived(name, statistics.getPercentile(percentile)));
    }
    derived.add(derived(".max", statistics.getMax()));
    return derived;
  }

  private ScalarDerivativeResult derived(String name, double nanoseconds) {
    return new ScalarDerivativeResult(label + name, nanoseconds, unit, AggregationPolicy.AVG);
  }

  private Object writeReplace() {
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    byte[] bytes = new byte[length];
    buffer.rewind();
    buffer.get(bytes);
    return new Wire(
        call, callsPerSample, bytes, histogram.getStartTimeStamp(), histogram.getEndTimeStamp());
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("a histogram result travels as its wire form");
  }

  private record Wire(String call, int callsPerSample, byte[] histogram, long start, long end)
      implements Serializable {

    private Object readResolve() throws InvalidObjectException {
      try {
        Histogram decoded =
            Histogram.decodeFromCompressedByteBuffer(
                ByteBuffer.wrap(histogram), RecordedTimes.HIGHEST);
        decoded.setStartTimeStamp(start);
        decoded.setEndTimeStamp(end);
        return new HistogramResult(call, callsPerSample, decoded);
      } catch (DataFormatException | RuntimeException e) {
        throw new InvalidObjectException("not a compressed histogram: " + e.getMessage());
      }
    }
  }
}
