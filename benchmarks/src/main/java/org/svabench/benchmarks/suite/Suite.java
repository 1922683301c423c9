package org.svabench.benchmarks.suite;

import java.time.Duration;
import java.util.List;
import org.svabench.results.run.ComparisonRecord;

/**
 * A suite as data.
 *
 * @param name on the command line
 * @param description one line
 * @param rounds forks per row; in each round every row has one
 * @param budget wall time it promises to stay under on two cores
 * @param comparison what competes with what
 * @param controls benchmarks that every part of a sharded run has, by their full names
 * @param blocks its rows
 */
public record Suite(
    String name,
    String description,
    int rounds,
    Duration budget,
    ComparisonRecord comparison,
    List<String> controls,
    List<Block> blocks) {}
