package org.svabench.model.amd;

import org.svabench.model.queue.Command;
import org.svabench.model.queue.CommandDecoder;
import org.svabench.model.queue.CommandKind;

/** Reads AMD commands back. */
public final class AmdDecoder extends CommandDecoder {
  private static final long ADDRESS = ~0xfffL;
  private static final int PAGE_SHIFT = 12;
  private static final int WHOLE_ORDER = 52;

  /** Creates the decoder. */
  public AmdDecoder() {}

  @Override
  public void decode(long word0, long word1, Command into) {
    final boolean whole = (word1 & (ADDRESS | AmdCommand.SIZE)) == AmdCommand.ALL_PAGES;
    final boolean guest = (word1 & AmdCommand.GUEST) != 0;
    switch ((int) (word0 >>> AmdCommand.OPCODE_SHIFT)) {
      case AmdCommand.INVALIDATE_IOMMU_PAGES -> {
        final int domainId = (int) (word0 >>> AmdCommand.DOMAIN_SHIFT) & 0xffff;
        final int pasid = guest ? (int) word0 & 0xfffff : -1;
        into.set(iommuKind(whole, guest), domainId, pasid, -1);
        if (!whole) {
          block(word1, into);
        }
      }
      case AmdCommand.INVALIDATE_IOTLB_PAGES -> {
        final int deviceId = (int) word0 & 0xffff;
        if (guest) {
          into.set(CommandKind.DEVICE_TLB, -1, iotlbPasid(word0), deviceId);
        } else {
          into.set(CommandKind.DEVICE_TLB_OF_ALL_PASIDS, -1, -1, deviceId);
        }
        if (whole) {
          into.block(0, WHOLE_ORDER);
        } else {
          block(word1, into);
        }
      }
      case AmdCommand.COMPLETION_WAIT -> into.set(CommandKind.WAIT, -1, -1, -1);
      default -> into.set(CommandKind.OTHER, -1, -1, -1);
    }
  }

  private static CommandKind iommuKind(boolean whole, boolean guest) {
    if (guest) {
      return whole ? CommandKind.IOTLB_WHOLE : CommandKind.IOTLB_BLOCK;
    }
    return whole ? CommandKind.IOTLB_WHOLE_OF_ALL_PASIDS : CommandKind.IOTLB_BLOCK_OF_ALL_PASIDS;
  }

  private static int iotlbPasid(long word0) {
    return (int) (word0 >>> AmdCommand.HIGH_PASID_SHIFT & 0xf) << 16
        | (int) (word0 >>> AmdCommand.MIDDLE_PASID_SHIFT & 0xff) << 8
        | (int) (word0 >>> AmdCommand.LOW_PASID_SHIFT & 0xff);
  }

  private static void block(long word1, Command into) {
    if ((word1 & AmdCommand.SIZE) == 0) {
      into.block(word1 & ADDRESS, 0);
      return;
    }
    final int order = Long.numberOfTrailingZeros(~(word1 >>> PAGE_SHIFT)) + 1;
    into.block(word1 & -1L << PAGE_SHIFT + order, order);
  }
}
