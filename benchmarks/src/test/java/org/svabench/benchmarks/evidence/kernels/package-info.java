/** Kernels of this suite with a known amount of work, to be slowed down by a known share. */
package org.svabench.benchmarks.evidence.kernels;
