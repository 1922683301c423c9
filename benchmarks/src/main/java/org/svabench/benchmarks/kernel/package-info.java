/**
 * The model beside the kernel's own C: the same operations as were measured there, and the ratio of
 * the two as a secondary result of JMH.
 */
package org.svabench.benchmarks.kernel;
