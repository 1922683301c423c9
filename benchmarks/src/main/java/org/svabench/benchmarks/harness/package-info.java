/** What the harness itself costs, measured in the same run and taken off. */
package org.svabench.benchmarks.harness;
