package org.svabench.model.reference;

import java.util.List;

/**
 * What one hand-over to a queue carried, its wait not included.
 *
 * @param iommu index of the IOMMU
 * @param commands the descriptors in order
 * @param waits whether a wait follows
 */
record Submission(int iommu, List<Words> commands, boolean waits) {
  Submission {
    commands = List.copyOf(commands);
  }
}
