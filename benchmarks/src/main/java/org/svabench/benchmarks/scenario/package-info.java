/**
 * Scripted operations in the {@code sva-vectors/1} format: read, run through the model, written
 * with their outcomes or compared with recorded ones. The format with our additions is described in
 * {@code benchmarks/docs/scenarios.md}.
 */
package org.svabench.benchmarks.scenario;
