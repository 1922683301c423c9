/** What we add around JMH: our profilers, one-line errors, and its list of benchmarks. */
package org.svabench.benchmarks.jmh;
