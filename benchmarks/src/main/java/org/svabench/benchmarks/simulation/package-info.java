/**
 * More CPUs than this machine has: notifications of many CPUs at once, computed as discrete events
 * over locks, command queues and prices. Each notification sends what the model sends, command for
 * command. Nothing here looks at a clock; the same setup and seed give the same figures on any
 * machine. What is simulated and what is assumed is in {@code benchmarks/docs/simulation.md}.
 *
 * <p>Time inside is in picoseconds, so that fitted prices need not be whole nanoseconds.
 */
package org.svabench.benchmarks.simulation;
