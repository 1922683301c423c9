/**
 * From differences to a verdict: margins, looks, bounds, and what makes a difference doubtful. Pure
 * functions of records; no clock, no files, no processes.
 */
package org.svabench.results.gate.verdict;
