/**
 * Intel VT-d: range arithmetic, descriptors, attach rules, fan-out and tear-down of each generation
 * (drivers/iommu/intel/svm.c up to v6.9, cache.c and pasid.c from v6.10 on).
 */
package org.svabench.model.vtd;
