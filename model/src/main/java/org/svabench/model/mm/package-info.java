/**
 * The address space as the IOMMU layer sees it: its PASID, its notifier subscriptions, and the read
 * sections that let notifications run while bonds come and go. Knows topologies and locks, no
 * driver.
 */
package org.svabench.model.mm;
