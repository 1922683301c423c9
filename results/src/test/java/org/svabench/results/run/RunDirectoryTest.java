package org.svabench.results.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svabench.results.input.BadInput;

class RunDirectoryTest {
  private static final Instant NOW = Instant.parse("2026-11-22T07:45:00.123Z");

  @TempDir Path folder;

  @Test
  void aRunIsNamedByItsTimeAndLabel() {
    Path path = RunDirectory.create(folder.resolve("results/runs"), "headline", NOW).path();

    assertEquals(folder.resolve("results/runs/20261122T074500Z-headline"), path);
    assertTrue(Files.isDirectory(path));
  }

  @Test
  void twoRunsOfOneSecondAndLabelDoNotShareAFolder() {
    Path first = RunDirectory.create(folder, "x", NOW).path();
    Path second = RunDirectory.create(folder, "x", NOW).path();

    assertEquals(first + "-2", second.toString());
  }

  @Test
  void aLabelThatWouldLeaveTheFolderIsRefused() {
    for (String label : List.of("../x", "a/b", "", "-x", "a b", "x".repeat(81))) {
      BadInput refused =
          assertThrows(BadInput.class, () -> RunDirectory.create(folder, label, NOW), label);
      assertTrue(refused.getMessage().startsWith("--label " + label + ": not a label"));
    }
  }

  @Test
  void aParentThatIsAFileIsRefusedAndLeftAsItWas() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");

    BadInput refused = assertThrows(BadInput.class, () -> RunDirectory.create(file, "x", NOW));

    assertEquals("--out " + file + ": is a file; name a folder", refused.getMessage());
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void aParentBelowAFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");

    assertThrows(BadInput.class, () -> RunDirectory.create(file.resolve("runs"), "x", NOW));
  }

  @Test
  void aRecordIsReadBackAsWritten() throws IOException {
    RunDirectory directory = RunDirectory.create(folder, "x", NOW);
    RunRecord record = record(RunState.INTERRUPTED);

    directory.write(record);

    assertEquals(record, RunDirectory.open(directory.path()).read());
    assertTrue(
        Files.readString(directory.path().resolve("run.json"))
            .contains("\"state\": \"interrupted\""));
  }

  @Test
  void aFolderThatIsBeingWrittenIsRefusedUntilItsWriterEnds() throws IOException {
    RunDirectory directory = RunDirectory.create(folder, "x", NOW);
    HeldLock writer = directory.lock();

    BadInput refused = assertThrows(BadInput.class, directory::lock);
    writer.close();

    assertEquals(
        directory.path() + ": another process is writing this run; wait for it to end",
        refused.getMessage());
    directory.lock().close();
  }

  @Test
  void theLastRecordTakesTheRoomThatWasReserved() throws IOException {
    RunDirectory directory = RunDirectory.create(folder, "x", NOW);
    directory.reserve(1 << 16);
    assertEquals(1 << 16, Files.size(directory.path().resolve(".reserve")));

    directory.writeLast(record(RunState.INTERRUPTED));

    assertFalse(Files.exists(directory.path().resolve(".reserve")));
    assertEquals(RunState.INTERRUPTED, directory.read().state());
  }

  @Test
  void aFolderWithoutARecordIsNoRun() {
    BadInput refused = assertThrows(BadInput.class, () -> RunDirectory.open(folder));

    assertEquals(folder + ": not a run; a run's folder holds run.json", refused.getMessage());
  }

  @Test
  void aRecordThatIsNotOneIsRefusedInOneLine() throws IOException {
    for (String text : List.of("", "{", "[]", "\u0000\u0001", "{\"schemaVersion\": 99}", "{}")) {
      Files.writeString(folder.resolve("run.json"), text);

      BadInput refused = assertThrows(BadInput.class, () -> RunDirectory.open(folder).read(), text);
      assertTrue(refused.getMessage().startsWith(folder.resolve("run.json") + ":"));
      assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
    }
  }

  static RunRecord record(RunState state) {
    return new RunRecord(
        RunRecord.SCHEMA_VERSION,
        "x",
        state,
        "a signal",
        NOW.toString(),
        NOW.toString(),
        new SuiteRecord(
            "smoke",
            List.of("-f", "2"),
            7,
            new ComparisonRecord(
                "design", "a", List.of("b"), Map.of("a", "the base"), "topology", "Empty"),
            "1/2"),
        new BuildRecord("1", "abc", "00"),
        new MachineRecord("Linux", "amd64", "cpu", 2, 1024, "tsc", "unknown", true, List.of()),
        new JavaRecord("17", "vm", "vendor", List.of("-Xmx1g")),
        List.of(
            new RowRecord(
                "B.b",
                Map.of("design", "a"),
                2,
                List.of(new ForkRecord(1, 1, NOW.toString(), 1.5, 0.25, -1, 0.5, null, 2L)),
                null)),
        List.of());
  }
}
