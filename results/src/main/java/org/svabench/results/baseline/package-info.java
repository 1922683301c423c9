/**
 * Exact figures that every build must reproduce: a readable file per concern, held against what the
 * build at hand computes. What the figures mean is not known here.
 */
package org.svabench.results.baseline;
