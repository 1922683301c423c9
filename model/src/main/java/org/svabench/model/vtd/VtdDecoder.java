package org.svabench.model.vtd;

import org.svabench.model.queue.Command;
import org.svabench.model.queue.CommandDecoder;
import org.svabench.model.queue.CommandKind;

/** Reads VT-d descriptors back. */
public final class VtdDecoder extends CommandDecoder {
  private static final long ADDRESS = ~0xfffL;

  /** Creates the decoder. */
  public VtdDecoder() {}

  @Override
  public void decode(long word0, long word1, Command into) {
    final int domainId = (int) (word0 >>> 16) & 0xffff;
    final int pasid = (int) (word0 >>> 32) & 0xfffff;
    final int granularity = (int) (word0 >>> 4) & 3;
    switch ((int) word0 & 0xf) {
      case Descriptor.IOTLB -> {
        if (granularity == 3) {
          into.set(CommandKind.IOTLB_BLOCK_OF_ALL_PASIDS, domainId, -1, -1);
          into.block(word1 & ADDRESS, (int) word1 & 0x3f);
        } else {
          into.set(CommandKind.IOTLB_WHOLE_OF_ALL_PASIDS, domainId, -1, -1);
        }
      }
      case Descriptor.PASID_IOTLB -> {
        if (granularity == 3) {
          into.set(CommandKind.IOTLB_BLOCK, domainId, pasid, -1);
          into.block(word1 & ADDRESS, (int) word1 & 0x3f);
        } else {
          into.set(CommandKind.IOTLB_WHOLE, domainId, pasid, -1);
        }
      }
      case Descriptor.DEVICE_TLB -> {
        into.set(CommandKind.DEVICE_TLB_OF_ALL_PASIDS, -1, -1, (int) (word0 >>> 32) & 0xffff);
        sizedBlock(word1, (word1 & 1) != 0, into);
      }
      case Descriptor.PASID_DEVICE_TLB -> {
        into.set(CommandKind.DEVICE_TLB, -1, pasid, (int) (word0 >>> 16) & 0xffff);
        sizedBlock(word1, (word1 & 1L << 11) != 0, into);
      }
      case Descriptor.PASID_CACHE -> into.set(CommandKind.PASID_CACHE, domainId, pasid, -1);
      case Descriptor.WAIT -> into.set(CommandKind.WAIT, -1, -1, -1);
      default -> into.set(CommandKind.OTHER, -1, -1, -1);
    }
  }

  private static void sizedBlock(long word1, boolean sized, Command into) {
    if (!sized) {
      into.block(word1 & ADDRESS, 0);
      return;
    }
    final int ones = Long.numberOfTrailingZeros(~(word1 >>> 12));
    final int order = ones + 1;
    into.block(
        order >= Descriptor.WHOLE_ORDER ? 0 : VtdRange.blockBase(word1 & ADDRESS, order), order);
  }
}
