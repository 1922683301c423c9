/**
 * What commands, waits and exits cost on known hardware: nanoseconds with their sources, and the
 * formula that turns exact counts into modelled time. Data and arithmetic only; touches {@code
 * text} and nothing else of the model.
 */
package org.svabench.model.cost;
