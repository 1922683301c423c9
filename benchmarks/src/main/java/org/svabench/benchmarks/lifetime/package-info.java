/** The ends of an mm's life as the IOMMU sees it: its PASID, and its exit with devices bound. */
package org.svabench.benchmarks.lifetime;
