/** What is mapped in one address space, as far as the trace has shown it. */
package org.svabench.benchmarks.trace.mapping;
