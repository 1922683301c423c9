package org.svabench.model.reference;

import java.util.List;

/**
 * What one hand-over to a queue carried, its wait not included.
 *
 * @param iommu index of the IOMMU
 * @param commands the descriptors in order
 */
record Submission(int iommu, List<Words> commands) {
  Submission {
    commands = List.copyOf(commands);
  }
}
