/**
 * Arm SMMUv3: commands, batches, context descriptors and fan-out of three generations
 * (drivers/iommu/arm/arm-smmu-v3/arm-smmu-v3{,-sva}.c).
 *
 * <p>Of each device's own DMA (its RID domain) the model assumes what the kernel sets up for the
 * DMA API: a stage-1 paging domain whose context-descriptor table is installed and whose ATS, where
 * the device has it, is on. So no bind switches a stream table entry.
 */
package org.svabench.model.smmu;
