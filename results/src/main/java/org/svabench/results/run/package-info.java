/**
 * The folder of one run: its record, JMH's results, histograms and summary, each replaced as a
 * whole so that a run killed at any moment leaves valid files. Knows nothing of suites or of the
 * model.
 */
package org.svabench.results.run;
