/**
 * The command ring of one IOMMU: slots, waits, reclaim, counters. Knows nothing of what a command
 * means; the drivers encode, {@link org.svabench.model.queue.Hardware} consumes.
 */
package org.svabench.model.queue;
