package org.svabench.benchmarks.exact;

import java.util.Collection;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Aggregator;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;

/**
 * Events per operation. Kept as two integers, so that merging loses nothing. Where the figure is to
 * be exact and two iterations or forks disagree, the merged score is NaN: no table can pass it off
 * as a count.
 */
public final class CountResult extends Result<CountResult> {
  private static final long serialVersionUID = 1L;

  private final boolean exact;
  private final long events;
  private final long operations;

  CountResult(String label, boolean exact, long events, long operations) {
    this(label, exact, events, operations, events / (double) operations);
  }

  private CountResult(String label, boolean exact, long events, long operations, double score) {
    super(ResultRole.SECONDARY, label, of(score), "#/op", AggregationPolicy.AVG);
    this.exact = exact;
    this.events = events;
    this.operations = operations;
  }

  @Override
  protected Aggregator<CountResult> getThreadAggregator() {
    return CountResult::merge;
  }

  @Override
  protected Aggregator<CountResult> getIterationAggregator() {
    return CountResult::merge;
  }

  private static CountResult merge(Collection<CountResult> parts) {
    CountResult first = parts.iterator().next();
    long events = 0;
    long operations = 0;
    boolean agree = true;
    for (CountResult part : parts) {
      events += part.events;
      operations += part.operations;
      agree &= part.getScore() == first.getScore();
    }
    double score = first.exact && !agree ? Double.NaN : events / (double) operations;
    return new CountResult(first.label, first.exact, events, operations, score);
  }
}
