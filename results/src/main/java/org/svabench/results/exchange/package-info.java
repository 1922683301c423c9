/**
 * What other tools read and write: runs in the formats of their dashboards, and anybody's JMH JSON
 * as a run.
 */
package org.svabench.results.exchange;
