/**
 * Forks of foreign JMH jars, one at a time or two alive together that take turns iteration by
 * iteration. The only package of the gate that starts processes and opens sockets.
 */
package org.svabench.results.gate.fork;
