/** Threads that meet: notifications against each other, and against binding and unbinding. */
package org.svabench.benchmarks.contention;
