package org.svabench.benchmarks.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svabench.model.topology.Topology;
import org.svabench.results.input.BadInput;

class TopologyChoiceTest {
  @TempDir Path folder;

  @Test
  void aPresetIsChosenByNameAndSize() {
    assertEquals(16, TopologyChoice.of("guest-1viommu:16").deviceCount());
  }

  @Test
  void anythingElseIsAFile() throws IOException {
    Path file = folder.resolve("mine.topo");
    Files.writeString(file, "family amd\niommu ivhd0\ndevice gpu iommu=ivhd0\n");
    Topology machine = TopologyChoice.of(file.toString());
    assertEquals("gpu", machine.device(0).name());
    assertEquals(file.toString(), machine.name());
  }

  @Test
  void aMistakeInAFileIsReportedWithFileAndLine() throws IOException {
    Path file = folder.resolve("mine.topo");
    Files.writeString(file, "family amd\n\niomu ivhd0\n");
    assertEquals(
        file + ":3: a line starts with family, trapped, iommu, device or group: iomu",
        message(file.toString()));
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNearest() {
    String message = message("guest-1viomu:16");
    assertTrue(message.contains("nearest: guest-1viommu"), message);
    assertTrue(message("spr-1s-dsa:4").contains("comes in one size"));
  }

  private static String message(String word) {
    return assertThrows(BadInput.class, () -> TopologyChoice.of(word)).getMessage();
  }
}
