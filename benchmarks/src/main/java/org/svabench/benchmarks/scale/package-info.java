/** Up to the whole space of PASIDs in one JVM: what a bond weighs, and what size costs in time. */
package org.svabench.benchmarks.scale;
