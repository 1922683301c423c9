/**
 * What a gate run keeps on the disk: the plan, every raw window of every fork, and nothing that was
 * concluded from them. A verdict is a function of these records alone.
 */
package org.svabench.results.gate.record;
