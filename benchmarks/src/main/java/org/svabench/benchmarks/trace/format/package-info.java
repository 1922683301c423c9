/**
 * The formats of traces: how each one writes a call, a return, a flush, a thread. A reader of a
 * format turns one line into events; what they mean is decided elsewhere.
 */
package org.svabench.benchmarks.trace.format;
