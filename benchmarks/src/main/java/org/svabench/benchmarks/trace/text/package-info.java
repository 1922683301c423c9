/**
 * Bytes to tokens: lines of bounded length, numbers and symbolic flags, without a string or an
 * object per line. Knows no trace format.
 */
package org.svabench.benchmarks.trace.text;
