package org.svabench.results.run;

import java.util.List;
import org.svabench.results.input.MayBeNull;

/**
 * What a run set out to do.
 *
 * @param name of the suite
 * @param arguments the JMH options given with it
 * @param seed of the order in which compared rows take turns
 * @param comparison what is held against what; null in an imported run where nothing is
 * @param shard which part of it this run is, such as {@code 1/8}; null where it is all of it
 */
public record SuiteRecord(
    String name,
    List<String> arguments,
    long seed,
    @MayBeNull ComparisonRecord comparison,
    @MayBeNull String shard) {}
