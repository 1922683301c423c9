/**
 * Line-oriented texts that users write (topologies, cost presets): words, settings and errors by
 * line. Touches nothing else of the model.
 */
package org.svabench.model.text;
