package org.svabench.model.amd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.svabench.model.queue.Command;
import org.svabench.model.queue.CommandKind;

class AmdCommandTest {
  private static final long SEED = 0x5aba_0007_0001L;

  @Test
  void commandsHaveTheirArchitecturalEncoding() {
    // Opcode 63:60, domain id 47:32, PASID 19:0.
    assertEquals(0x3000_0007_0000_0005L, AmdCommand.iommuPages(7) | 5);
    // PDE bit 1, GN bit 2; S bit 0.
    assertEquals(0x8006, AmdCommand.iommuPagesAddress(AmdCommand.blockAddress(0x8000, 0x9000)));
    // Device id 15:0 and 47:32, queue depth 31:24, PASID in three parts.
    assertEquals(
        0x4aef_0108_20cd_0108L, AmdCommand.iotlbPages(0x108) | AmdCommand.iotlbPasid(0xacdef));
    assertEquals(0x9005, AmdCommand.iotlbPagesAddress(AmdCommand.blockAddress(0x8000, 0xc000)));
    assertEquals(0x1000_0000_0000_0001L, AmdCommand.completionWait(0));
  }

  @ParameterizedTest
  @CsvSource({
    "0x8000,      0x9000,       0x8000",
    "0x8000,      0xa000,       0x8001",
    "0x8000,      0xc000,       0x9001",
    "0x7000,      0xb000,       0x7001",
    "0x7fffff000, 0x800001000,  0x7fffff001",
    "0x0,         0x10000000000000,  0x7fffffffff001",
    "0x0,         0x10000000000001,  0x7ffffffffffff001",
  })
  void aBlockIsWrittenAsOnesBelowTheTopDifferingBit(String start, String end, String address) {
    assertEquals(
        Long.decode(address), AmdCommand.blockAddress(Long.decode(start), Long.decode(end)));
  }

  @Test
  void theWholeAddressSpaceIsAllPages() {
    assertEquals(0x7ffffffffffff001L, AmdCommand.blockAddress(0, -1L));
    Command command =
        decoded(AmdCommand.iommuPages(7) | 5, AmdCommand.iommuPagesAddress(AmdCommand.ALL_PAGES));
    assertEquals(CommandKind.IOTLB_WHOLE, command.kind);
    assertEquals(7, command.domainId);
    assertEquals(5, command.pasid);
    command =
        decoded(AmdCommand.iotlbPages(0x108), AmdCommand.iotlbPagesAddress(AmdCommand.ALL_PAGES));
    assertEquals(CommandKind.DEVICE_TLB, command.kind);
    assertEquals(52, command.order);
    assertEquals(0x108, command.sourceId);
  }

  @Test
  void theBlockIsTheSmallestThatHoldsTheRangeAndIsReadBack() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 200_000; i++) {
      long first = random.nextLong(1L << random.nextInt(1, 36));
      long last = first + random.nextLong(1L << random.nextInt(1, 20));
      int order = 0;
      while (first >>> order != last >>> order) {
        order++;
      }
      long address = AmdCommand.blockAddress(first << 12, last + 1 << 12);
      int pasid = random.nextInt(1 << 20);
      Command command =
          decoded(AmdCommand.iommuPages(1) | pasid, AmdCommand.iommuPagesAddress(address));
      assertEquals(CommandKind.IOTLB_BLOCK, command.kind);
      assertEquals(first >>> order << order + 12, command.base, "seed " + SEED);
      assertEquals(order, command.order);
      assertEquals(pasid, command.pasid);
      command =
          decoded(
              AmdCommand.iotlbPages(3) | AmdCommand.iotlbPasid(pasid),
              AmdCommand.iotlbPagesAddress(address));
      assertEquals(CommandKind.DEVICE_TLB, command.kind);
      assertEquals(1L << order, command.pages);
      assertEquals(pasid, command.pasid, "seed " + SEED);
    }
  }

  @Test
  void waitsAndUnknownCommandsAreTold() {
    assertEquals(CommandKind.WAIT, decoded(AmdCommand.completionWait(0), 0).kind);
    assertEquals(CommandKind.OTHER, decoded(2L << 60, 0).kind);
    assertEquals(
        CommandKind.IOTLB_BLOCK_OF_ALL_PASIDS, decoded(AmdCommand.iommuPages(1), 0x8002).kind);
    assertEquals(
        CommandKind.DEVICE_TLB_OF_ALL_PASIDS, decoded(AmdCommand.iotlbPages(1), 0x8000).kind);
  }

  @Test
  void theBufferHolds512Commands() {
    AmdRing ring = new AmdRing(0, null);
    ring.submit(new long[] {AmdCommand.iommuPages(7) | 5, 6}, 1);
    assertEquals(512, ring.slots());
    assertEquals(AmdCommand.completionWait(0), ring.word(1, 0));
    assertEquals(1, ring.word(1, 1));
  }

  private static Command decoded(long word0, long word1) {
    Command command = new Command();
    new AmdDecoder().decode(word0, word1, command);
    return command;
  }
}
