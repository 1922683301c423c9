/**
 * From what a machine measured about itself to a cost preset: the driver's latency table of VT-d,
 * or the output of the DMA mapping benchmark. Every figure says how it was derived, and what was
 * assumed is marked.
 */
package org.svabench.benchmarks.calibrate;
