/** Runs, comparison, gate, report and export; works on any JMH jar and any JMH JSON. */
package org.svabench.results;
