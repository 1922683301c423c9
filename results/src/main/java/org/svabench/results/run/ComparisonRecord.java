package org.svabench.results.run;

import java.util.Map;

/**
 * How the rows of a run are held against each other.
 *
 * @param compared the JMH parameter whose values compete, {@code design}
 * @param baseline the value the others are held against
 * @param meaning a few words per competing value, in the order of the tables
 * @param place the JMH parameter that gets a table of its own per value, {@code topology}
 * @param empty fully qualified name of the benchmark that does nothing: what it allocates is the
 *     harness' own share of every row
 */
public record ComparisonRecord(
    String compared, String baseline, Map<String, String> meaning, String place, String empty) {}
