package org.svabench.model.vtd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.svabench.model.queue.Command;
import org.svabench.model.queue.CommandKind;

class DescriptorTest {
  private static final long SEED = 0x5aba_0007_0002L;
  private static final int SOURCE = 0x6a08;
  private static final int PASID = 0x12345;

  @Test
  void descriptorsHaveTheirArchitecturalEncoding() {
    // Type 3:0, granularity 5:4, domain id 31:16, PASID 51:32; drains 7:6 where there is no PASID.
    assertEquals(0x0001_2345_0001_0026L, Descriptor.pasidIotlbWhole(PASID));
    assertEquals(0x0001_2345_0001_0036L, Descriptor.pasidIotlbPages(PASID));
    assertEquals(0x0001_2345_0001_0017L, Descriptor.pasidCache(PASID));
    assertEquals(0x0001_00f2L, Descriptor.iotlbPages(Descriptor.MAX_ADDRESS_MASK));
    assertEquals(0x0001_00e2L, Descriptor.iotlbPages(Descriptor.MAX_ADDRESS_MASK + 1));
    // Queue depth 8:4, physical function 15:12 and 63:52, source id 31:16.
    assertEquals(
        0x6a01_2345_6a08_8108L, Descriptor.pasidDeviceTlb(SOURCE) | Descriptor.pasidField(PASID));
    // Without a PASID: queue depth 20:16, source id 47:32.
    assertEquals(0x6a00_6a08_0010_8003L, Descriptor.deviceTlb(SOURCE));
    assertEquals(0x0000_0007_0000_0025L, Descriptor.waitStatus(7));
    assertEquals(0x45, Descriptor.waitFence());
  }

  @ParameterizedTest
  @CsvSource({
    "0x2000,   0,  0x2000",
    "0x2000,   1,  0x2800",
    "0x200000, 9,  0x2ff800",
    "0x0,      52, 0x7ffffffffffff800",
  })
  void aDeviceTlbBlockIsAsManyOnesAsItHasPagesDoubled(String base, int order, String word) {
    assertEquals(Long.decode(word), Descriptor.deviceTlbAddress(Long.decode(base), order));
  }

  @Test
  void everythingOfADeviceWithoutPasidHasTheSizeBitAtTheBottom() {
    assertEquals(0x7fff_ffff_ffff_f001L, Descriptor.deviceTlbWholeAddress());
  }

  @Test
  void whatIsEncodedIsReadBack() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 1_000; i++) {
      int order = random.nextInt(20);
      long base = VtdRange.blockBase(random.nextLong(1L << 47), order);
      String seed = "seed " + SEED + ", block " + i;

      Command command =
          decoded(Descriptor.pasidIotlbPages(PASID), Descriptor.addressAndMask(base, order));
      assertBlock(CommandKind.IOTLB_BLOCK, base, order, command, seed);
      assertEquals(PASID, command.pasid);
      assertEquals(Descriptor.SVA_DOMAIN_ID, command.domainId);
      command = decoded(Descriptor.iotlbPages(order), Descriptor.addressAndMask(base, order));
      assertBlock(CommandKind.IOTLB_BLOCK_OF_ALL_PASIDS, base, order, command, seed);
      assertEquals(-1, command.pasid);
      command =
          decoded(
              Descriptor.pasidDeviceTlb(SOURCE) | Descriptor.pasidField(PASID),
              Descriptor.deviceTlbAddress(base, order));
      assertBlock(CommandKind.DEVICE_TLB, base, order, command, seed);
      assertEquals(PASID, command.pasid);
      assertEquals(SOURCE, command.sourceId);
    }
  }

  private static void assertBlock(
      CommandKind kind, long base, int order, Command command, String seed) {
    assertEquals(kind, command.kind, seed);
    assertEquals(base, command.base, seed);
    assertEquals(order, command.order, seed);
  }

  @Test
  void commandsAboutNoBlockAreToldApart() {
    assertEquals(CommandKind.IOTLB_WHOLE, decoded(Descriptor.pasidIotlbWhole(PASID), 0).kind);
    assertEquals(
        CommandKind.IOTLB_WHOLE_OF_ALL_PASIDS,
        decoded(Descriptor.iotlbPages(Descriptor.WHOLE_ORDER), 0).kind);
    assertEquals(CommandKind.PASID_CACHE, decoded(Descriptor.pasidCache(PASID), 0).kind);
    assertEquals(CommandKind.WAIT, decoded(Descriptor.waitFence(), 0).kind);
    assertEquals(CommandKind.OTHER, decoded(4, 0).kind);
    Command whole = decoded(Descriptor.deviceTlb(SOURCE), Descriptor.deviceTlbWholeAddress());
    assertEquals(CommandKind.DEVICE_TLB_OF_ALL_PASIDS, whole.kind);
    assertEquals(SOURCE, whole.sourceId);
    assertEquals(Descriptor.WHOLE_ORDER, whole.order);
    assertEquals(0, whole.base);
  }

  private static Command decoded(long word0, long word1) {
    Command command = new Command();
    new VtdDecoder().decode(word0, word1, command);
    return command;
  }
}
