/** JMH benchmarks, the command line, scenario and trace replay. */
package org.svabench.benchmarks;
