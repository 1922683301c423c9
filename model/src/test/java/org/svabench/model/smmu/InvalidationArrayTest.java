package org.svabench.model.smmu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.svabench.model.CommandLog;
import org.svabench.model.Designs;
import org.svabench.model.TestTopologies;
import org.svabench.model.topology.Topology;

class InvalidationArrayTest {
  private final Topology topology = TestTopologies.units(2, 4, true);
  private final CommandLog log = new CommandLog(Designs.SMMU_INVS);
  private final SmmuCommands commands = new SmmuCommands(new SmmuUnits(topology, log), false);
  private final InvalidationArray array = new InvalidationArray();

  @Test
  void aWalkIsOneBatchForEachUnitAndKind() {
    array.insert(InvalidationArray.atsEntry(1, 0x208, 5));
    array.insert(InvalidationArray.atsEntry(0, 0x110, 5));
    array.insert(InvalidationArray.asidEntry(1, 9));
    array.insert(InvalidationArray.atsEntry(0, 0x100, 5));
    array.insert(InvalidationArray.asidEntry(0, 9));
    array.tell(commands, 0x8000, 0x9000);
    assertEquals(
        List.of(
            "0 iotlb 9 8000+1",
            "0 wait",
            "0 devtlb 100/5 8000+1",
            "0 devtlb 110/5 8000+1",
            "0 wait",
            "1 iotlb 9 8000+1",
            "1 wait",
            "1 devtlb 208/5 8000+1",
            "1 wait"),
        log.take());
  }

  @Test
  void equalEntriesAreCountedAndStayUntilTheLastUserGoes() {
    long entry = InvalidationArray.asidEntry(0, 9);
    array.insert(entry);
    array.insert(entry);
    assertEquals(1, array.size());
    assertEquals(2, array.users(entry));
    array.drop(entry);
    assertEquals(1, array.users(entry));
    array.drop(entry);
    assertEquals(0, array.users(entry));
  }

  @Test
  void holesAreSkippedCutOffAtTheEndAndLeftOutOfACopy() {
    for (int streamId = 1; streamId <= 4; streamId++) {
      array.insert(InvalidationArray.atsEntry(0, streamId, 5));
    }
    array.drop(InvalidationArray.atsEntry(0, 2, 5));
    array.trim();
    assertEquals(4, array.size(), "a hole in the middle stays");
    array.tell(commands, 0x8000, 0x9000);
    assertEquals(
        List.of("0 devtlb 1/5 8000+1", "0 devtlb 3/5 8000+1", "0 devtlb 4/5 8000+1", "0 wait"),
        log.take());
    array.drop(InvalidationArray.atsEntry(0, 4, 5));
    array.drop(InvalidationArray.atsEntry(0, 3, 5));
    array.trim();
    assertEquals(1, array.size());
    array.insert(InvalidationArray.atsEntry(0, 7, 5));
    array.drop(InvalidationArray.atsEntry(0, 1, 5));
    InvalidationArray copy = new InvalidationArray();
    copy.copy(array);
    assertEquals(1, copy.size());
  }

  @Test
  void anEmptyArrayTellsNobody() {
    array.tell(commands, 0, -1L);
    assertEquals(List.of(), log.take());
  }

  @Test
  void aThousandEntriesAreSortedWhateverTheirOrder() {
    for (int i = 0; i < 1000; i++) {
      array.insert(InvalidationArray.atsEntry(0, i * 7919 % 1000, 5));
    }
    array.tell(commands, 0x8000, 0x9000);
    List<String> lines = log.take();
    assertEquals(1001, lines.size(), "batches of 64, one wait at the end");
    for (int i = 0; i < 1000; i++) {
      assertEquals("0 devtlb " + Integer.toHexString(i) + "/5 8000+1", lines.get(i));
    }
  }
}
