package org.svabench.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.svabench.results.input.BadInput;
import org.svabench.results.run.PartRecord;
import org.svabench.results.run.RunDirectory;
import org.svabench.results.run.RunRecord;

/**
 * A part of a sharded run, as it was left.
 *
 * @param folder of the part
 * @param record its {@code run.json}
 * @param shard which part it is
 * @param forks those it has finished, once they are read
 */
record Part(Path folder, RunRecord record, Shard shard, List<FinishedFork> forks) {
  /**
   * Opens a part; its forks are read by {@link #withForks}, when it is known to belong to the
   * others.
   *
   * @throws BadInput if the folder is no run, or a whole one
   */
  static Part open(Path folder) {
    RunRecord record = RunDirectory.open(folder).read();
    String shard = record.suite().shard();
    if (shard == null) {
      throw new BadInput(
          folder
              + ": not a part of a run, it has all of suite "
              + record.suite().name()
              + "; parts are made by suite --shard K/N");
    }
    return new Part(folder, record, Shard.of(shard), List.of());
  }

  /** The same with the forks it has finished. */
  Part withForks() throws IOException {
    Path forks = folder.resolve("forks");
    return Files.isDirectory(forks)
        ? new Part(folder, record, shard, new ForkStore(forks).all())
        : this;
  }

  PartRecord toRecord() {
    return new PartRecord(
        shard.toString(),
        folder.getFileName().toString(),
        record.state(),
        record.startedAt(),
        record.machine(),
        record.java());
  }
}
