package org.svabench.model.smmu;

import org.svabench.model.queue.Command;
import org.svabench.model.queue.CommandDecoder;
import org.svabench.model.queue.CommandKind;

/** Reads SMMUv3 commands back. TLBI commands name an ASID, all others a PASID. */
public final class SmmuDecoder extends CommandDecoder {
  private static final long ADDRESS = ~0xfffL;
  private static final int TRANSLATION_GRANULE = 3;

  /** Creates the decoder. */
  public SmmuDecoder() {}

  @Override
  public void decode(long word0, long word1, Command into) {
    final int asid = (int) (word0 >>> SmmuCommand.ASID_SHIFT);
    final int pasid = (int) (word0 >>> SmmuCommand.SUBSTREAM_SHIFT) & 0xfffff;
    final int streamId = (int) (word0 >>> SmmuCommand.STREAM_SHIFT);
    switch ((int) (word0 & SmmuCommand.OPCODE)) {
      case SmmuCommand.TLBI_NH_ASID -> into.set(CommandKind.IOTLB_WHOLE, -1, asid, -1);
      case SmmuCommand.TLBI_NH_VA -> {
        into.set(CommandKind.IOTLB_BLOCK, -1, asid, -1);
        if ((word1 >>> SmmuCommand.GRANULE_SHIFT & TRANSLATION_GRANULE) == 0) {
          into.block(word1 & ADDRESS, 0);
        } else {
          final long num = (word0 >>> SmmuCommand.NUM_SHIFT & SmmuRange.MAX_NUM) + 1;
          into.range(word1 & ADDRESS, num << (int) (word0 >>> SmmuCommand.SCALE_SHIFT & 31));
        }
      }
      case SmmuCommand.ATC_INV -> {
        if ((word0 & SmmuCommand.SUBSTREAM_VALID) == 0) {
          into.set(CommandKind.DEVICE_TLB_OF_ALL_PASIDS, -1, -1, streamId);
        } else {
          into.set(CommandKind.DEVICE_TLB, -1, pasid, streamId);
        }
        into.block(word1 & ADDRESS, (int) word1 & SmmuCommand.ATC_SIZE);
      }
      case SmmuCommand.CFGI_CD -> into.set(CommandKind.PASID_CACHE, -1, pasid, streamId);
      case SmmuCommand.SYNC -> into.set(CommandKind.WAIT, -1, -1, -1);
      default -> into.set(CommandKind.OTHER, -1, -1, -1);
    }
  }
}
