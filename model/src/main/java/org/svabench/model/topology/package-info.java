/** IOMMUs, groups and devices of one machine: immutable, by preset name or from text. */
package org.svabench.model.topology;
