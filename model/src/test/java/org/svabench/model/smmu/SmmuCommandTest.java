package org.svabench.model.smmu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.svabench.model.queue.Command;
import org.svabench.model.queue.CommandKind;

class SmmuCommandTest {
  @Test
  void commandsHaveTheirArchitecturalEncoding() {
    // Opcode 7:0, SSV 11, SubstreamID 31:12, StreamID 63:32, ASID 63:48, Num 16:12, Scale 24:20.
    assertEquals(0x0108_00005_005L, SmmuCommand.cfgiCd(0x108, 5));
    assertEquals(1, SmmuCommand.cfgiCdFlags(true));
    assertEquals(0, SmmuCommand.cfgiCdFlags(false));
    assertEquals(0x0007_0000_0000_0011L, SmmuCommand.tlbiAsid(7));
    assertEquals(0xffff_0000_0000_0012L, SmmuCommand.tlbiPage(0xffff));
    assertEquals(0x0007_0000_0091_e012L, SmmuCommand.tlbiRange(7, 31, 9));
    assertEquals(
        0x8400L, SmmuCommand.tlbiRangeAddress(0x8000), "TG 4 KiB in 11:10, TTL and leaf 0");
    assertEquals(0x0108_00005_840L, SmmuCommand.atcInv(0x108) | SmmuCommand.substream(5));
    assertEquals(0x8002L, SmmuCommand.atcAddress(0x8000, 2));
    assertEquals(0x34L, SmmuCommand.atcAddress(0, SmmuCommand.ATC_WHOLE));
    assertEquals(0x0fc0_1046L, SmmuCommand.sync(), "CS 13:12 by MSI, MSH 23:22, MSIAttr 27:24");
  }

  @Test
  void aSyncIsCompletedInItsOwnSlot() {
    SmmuRing ring = new SmmuRing(0, true, null);
    ring.submit(new long[] {SmmuCommand.tlbiAsid(3), 0}, 1);
    assertEquals(256, ring.slots());
    assertEquals(SmmuCommand.tlbiAsid(3), ring.word(0, 0));
    assertEquals(SmmuCommand.sync(), ring.word(1, 0));
    assertEquals(16, ring.word(1, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "0x0007000000000011, 0,       IOTLB_WHOLE, 7, -1, 0, 0, -1",
    "0x0007000000000012, 0x9000,  IOTLB_BLOCK, 7, -1, 0x9000, 1, 0",
    "0x000700000091e012, 0x8400,  IOTLB_BLOCK, 7, -1, 0x8000, 15872, -1",
    "0x0007000000100012, 0x8400,  IOTLB_BLOCK, 7, -1, 0x8000, 2, 1",
    "0x0007000000100012, 0x9400,  IOTLB_BLOCK, 7, -1, 0x9000, 2, -1",
    "0x0000010800005840, 0x8002,  DEVICE_TLB, 5, 264, 0x8000, 4, 2",
    "0x0000010800005840, 0x34,    DEVICE_TLB, 5, 264, 0, 4503599627370496, 52",
    "0x0000010800000040, 0x34,    DEVICE_TLB_OF_ALL_PASIDS, -1, 264, 0, 4503599627370496, 52",
    "0x0000010800005005, 1,       PASID_CACHE, 5, 264, 0, 0, -1",
    "0x0fc01046,         0x10,    WAIT, -1, -1, 0, 0, -1",
    "0x0000010800000003, 1,       OTHER, -1, -1, 0, 0, -1",
  })
  void theDecoderReadsThemBack(
      String word0,
      String word1,
      CommandKind kind,
      int tag,
      int streamId,
      String base,
      long pages,
      int order) {
    Command command = new Command();
    new SmmuDecoder().decode(Long.decode(word0), Long.decode(word1), command);
    assertEquals(kind, command.kind);
    assertEquals(tag, command.pasid);
    assertEquals(streamId, command.sourceId);
    assertEquals(-1, command.domainId);
    assertEquals(Long.decode(base), command.base);
    assertEquals(pages, command.pages);
    assertEquals(order, command.order);
  }
}
