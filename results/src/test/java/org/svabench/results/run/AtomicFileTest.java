package org.svabench.results.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void theNewContentTakesThePlaceOfTheOld() throws IOException {
    Path target = folder.resolve("run.json");

    AtomicFile.write(target, "a longer first content");
    AtomicFile.write(target, "short");

    assertEquals("short", Files.readString(target));
    assertEquals(List.of(target), listed());
  }

  @Test
  void aWriterThatFailsHalfWayLeavesTheOldContentAndNothingElse() throws IOException {
    Path target = folder.resolve("run.json");
    AtomicFile.write(target, "old");

    assertThrows(
        IOException.class,
        () ->
            AtomicFile.write(
                target,
                out -> {
                  out.write("half of the new".getBytes(StandardCharsets.UTF_8));
                  throw new IOException("No space left on device");
                }));

    assertEquals("old", Files.readString(target));
    assertEquals(List.of(target), listed());
  }

  @Test
  void aLinkStaysALinkAndTheFileBehindItIsReplaced() throws IOException {
    Path file = Files.writeString(folder.resolve("real.json"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);

    AtomicFile.write(link, "new");

    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(file));
  }

  @Test
  void aDeviceIsWrittenToAndNotReplaced() throws IOException {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device), "needs /dev/null");
    Path link = Files.createSymbolicLink(folder.resolve("link"), device);

    AtomicFile.write(link, "nothing");

    assertTrue(Files.isSymbolicLink(link));
    assertEquals(List.of(link), listed());
    assertEquals("", Files.readString(device));
    Files.delete(link);
  }

  @Test
  void whatKilledWritersLeftIsDeletedAndNothingElse() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine.tmp"), "");
    Files.writeString(folder.resolve(".run.json.123.tmp"), "half");

    AtomicFile.deleteLeftovers(folder);

    assertEquals(List.of(mine), listed());
  }

  private List<Path> listed() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
