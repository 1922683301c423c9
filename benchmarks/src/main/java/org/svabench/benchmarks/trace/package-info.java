/**
 * Traces of a real process: a stream of bytes becomes notifications of address spaces. Knows
 * nothing of the model; who listens decides what a notification costs.
 */
package org.svabench.benchmarks.trace;
