/** The command line: the first word picks a command of ours, everything else is JMH's, verbatim. */
package org.svabench.benchmarks.cli;
