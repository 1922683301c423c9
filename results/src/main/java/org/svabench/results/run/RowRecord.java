package org.svabench.results.run;

import java.util.List;
import java.util.Map;
import org.svabench.results.input.MayBeNull;

/**
 * Progress of one row: a benchmark with its parameters.
 *
 * @param benchmark fully qualified name
 * @param params JMH parameters
 * @param forksPlanned forks it is to have
 * @param forks finished forks in the order of {@code rawData} in {@code jmh.json}
 * @param failure why it was given up, null where it was not
 */
public record RowRecord(
    String benchmark,
    Map<String, String> params,
    int forksPlanned,
    List<ForkRecord> forks,
    @MayBeNull String failure) {}
