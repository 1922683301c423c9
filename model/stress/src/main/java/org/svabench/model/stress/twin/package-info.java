/**
 * Broken twins: the structures of the model with one plausible mistake each, under the scenarios
 * that the right ones pass. Every test here is expected to fail where the mistake can show at all.
 */
package org.svabench.model.stress.twin;
