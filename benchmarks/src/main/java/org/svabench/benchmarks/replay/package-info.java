/**
 * A captured workload run through the model: the notifications of a trace, with devices bound,
 * under one design or several; what they cost, and how that compares with what real hardware was
 * told.
 */
package org.svabench.benchmarks.replay;
