package org.svabench.benchmarks.hardware;

import java.util.Locale;
import org.svabench.model.queue.Command;
import org.svabench.model.queue.CommandKind;

/**
 * A command to an IOMMU, by what it means. The hint bits, and the queue depth and physical function
 * of a device-TLB command, are not part of it: they depend on the device, not on the design.
 *
 * @param iommu the IOMMU's name
 * @param kind what it does
 * @param pasid PASID, -1 without
 * @param sourceId requester id of the device told, -1 without
 * @param domainId domain id, -1 without
 * @param base first byte of the block
 * @param order log2 of its pages, -1 without a block
 */
record SentCommand(
    String iommu, CommandKind kind, int pasid, int sourceId, int domainId, long base, int order) {

  static SentCommand of(String iommu, Command command, int pasid) {
    return new SentCommand(
        iommu,
        command.kind,
        command.pasid < 0 ? -1 : pasid,
        command.sourceId,
        command.domainId,
        command.base,
        command.order);
  }

  boolean sameBlock(SentCommand other) {
    return base == other.base && order == other.order;
  }

  boolean isDeviceTlb() {
    return sourceId >= 0;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(iommu).append(' ');
    text.append(
        switch (kind) {
          case IOTLB_BLOCK -> "p_iotlb_inv";
          case IOTLB_WHOLE -> "p_iotlb_inv of the whole PASID";
          case IOTLB_BLOCK_OF_ALL_PASIDS, IOTLB_WHOLE_OF_ALL_PASIDS -> "iotlb_inv";
          case DEVICE_TLB -> "p_dev_tlb_inv";
          case DEVICE_TLB_OF_ALL_PASIDS -> "dev_tlb_inv";
          case PASID_CACHE -> "pc_inv";
          default -> kind.name().toLowerCase(Locale.ROOT);
        });
    if (pasid >= 0) {
      text.append(" pasid ").append(pasid);
    }
    if (sourceId >= 0) {
      text.append(
          String.format(
              Locale.ROOT, " %02x:%02x.%x", sourceId >> 8, sourceId >> 3 & 31, sourceId & 7));
    }
    if (order >= 0) {
      text.append(" 0x").append(Long.toHexString(base)).append(" order ").append(order);
    }
    return text.toString();
  }
}
