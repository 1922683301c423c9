package org.svabench.benchmarks.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateCommandTest {
  @TempDir Path folder;

  private Path pasted() throws IOException {
    return Files.write(
        folder.resolve("latency"),
        List.of(
            "IOMMU: dmar0 Register Base Address: 26be37000", "inv_iotlb 0 286 123 0 0 0 0 0 1 0"));
  }

  @Test
  void whatIsWrittenIsTakenAsPrices() throws IOException {
    Path cost = folder.resolve("my.cost");
    CommandLineSession written =
        CommandLineSession.run("calibrate", pasted().toString(), "-o", cost.toString());
    assertEquals(0, written.exitCode());
    assertEquals("", written.out() + written.err());
    CommandLineSession used =
        CommandLineSession.run(
            "fanout", "--cost", cost.toString(), "--topology", "spr-1s-dsa", "--design", "vtd-6.6");
    assertEquals(0, used.exitCode(), used.err());
    assertEquals(
        String.join("\n", Files.readAllLines(cost)) + "\n",
        CommandLineSession.run("calibrate", pasted().toString()).out());
  }

  @Test
  void badInputIsOneLine() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "hello\n");
    CommandLineSession refused = CommandLineSession.run("calibrate", text.toString());
    assertEquals(2, refused.exitCode());
    assertEquals("", refused.out());
    assertEquals(1, refused.err().lines().count());
    assertTrue(refused.err().startsWith("svabench: " + text + ": no table of"));
    assertEquals(2, CommandLineSession.run("calibrate", folder.resolve("none") + "").exitCode());
    assertEquals(
        2,
        CommandLineSession.run(
                "calibrate", pasted().toString(), "-o", text.resolve("where").toString())
            .exitCode());
  }
}
