/**
 * JMH's JSON as it is found in the wild: any version, any benchmark, non-finite numbers as strings.
 */
package org.svabench.results.jmh;
