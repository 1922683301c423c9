/** Binding devices to an mm and unbinding them: how long the caller waits. */
package org.svabench.benchmarks.bind;
