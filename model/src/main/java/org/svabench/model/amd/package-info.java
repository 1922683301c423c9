/**
 * AMD IOMMU: commands, command buffer and fan-out of v6.14 (drivers/iommu/amd/pasid.c and iommu.c).
 * There is no earlier generation: shared virtual addressing came to this driver with v6.10, after
 * domains had become shared.
 */
package org.svabench.model.amd;
