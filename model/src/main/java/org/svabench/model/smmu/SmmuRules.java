package org.svabench.model.smmu;

/**
 * The defects of an SMMUv3 design that are turned on.
 *
 * @param emptyRange defect of arm64 v6.6 to v6.13: every range notification arrives empty and so
 *     means everything
 * @param doubledTlbi erratum T264-SMMU-3: each TLBI sequence, its CMD_SYNC included, is issued
 *     twice
 */
public record SmmuRules(boolean emptyRange, boolean doubledTlbi) {}
