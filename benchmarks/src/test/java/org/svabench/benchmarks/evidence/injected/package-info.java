/** What makes a candidate slower than its baseline though both are the same benchmark. */
package org.svabench.benchmarks.evidence.injected;
