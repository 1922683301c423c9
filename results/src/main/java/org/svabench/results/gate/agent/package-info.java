/**
 * What goes onto the class path of the measured jars: one JMH profiler. It may use the JDK and the
 * part of JMH's API that has been there since JMH 1.12, nothing else, since it runs with the
 * measured jar's own JMH.
 */
package org.svabench.results.gate.agent;
