package org.svabench.results.gate.verdict;

/**
 * What exact figures say.
 *
 * @param counter its name; {@code allocation} for bytes per operation
 * @param unit such as {@code B/op}
 * @param baseline the figure, NaN where there is none
 * @param candidate likewise
 * @param outcome PASS, FAIL, or INCONCLUSIVE where forks of one side disagree
 * @param why one line
 */
public record ExactVerdict(
    String counter, String unit, double baseline, double candidate, Outcome outcome, String why) {}
