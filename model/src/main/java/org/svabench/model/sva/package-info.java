/**
 * Bind, unbind and mm exit: the core that all drivers share (drivers/iommu/iommu-sva.c and the
 * group attach of iommu.c), in the form of each kernel generation. Drivers implement {@link
 * org.svabench.model.sva.SvaDriver}.
 */
package org.svabench.model.sva;
