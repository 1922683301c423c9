/**
 * The shoot-out of the invalidation indexes under one design, and the operations of the bitset
 * beside those of its peers in the JDK and in JCTools.
 */
package org.svabench.benchmarks.index;
