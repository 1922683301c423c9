/**
 * A second, slow telling of the facts, and the machinery that holds it against the model.
 *
 * <p>The reference is maps and lists, written from the description of the kernels alone; it shares
 * with the model only what goes in (topologies, design names, error numbers). Seeded operations run
 * on both; a difference is shrunk to a short scenario file.
 */
package org.svabench.model.reference;
