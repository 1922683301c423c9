/** Kernels that have nothing to do with this suite: the JDK alone, packed in a jar of their own. */
package org.svabench.benchmarks.evidence.unrelated;
