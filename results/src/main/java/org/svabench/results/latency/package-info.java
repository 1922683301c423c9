/** Recorded latencies as HdrHistogram knows them: read from a run, or made of JMH's samples. */
package org.svabench.results.latency;
