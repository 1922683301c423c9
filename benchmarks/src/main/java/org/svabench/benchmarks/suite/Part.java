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
 * @param forks those it has finished
 */
record Part(Path folder, RunRecord record, Shard shard, List<FinishedFork> forks) {
  /**
   * Reads a part.
   *
   * @throws BadInput if the folder is no run, or a whole one
   */
  static Part read(Path folder) throws IOException {
    RunRecord record = RunDirectory.open(folder).read();
    String shard = record.suite().shard();
    if (shard == null) {
      throw new BadInput(
          folder
              + ": not a part of a run, it has all of suite "
              + record.suite().name()
              + "; parts are made by suite --shard K/N");
    }
    Path forks = folder.resolve("forks");
    return new Part(
        folder,
        record,
        Shard.of(shard),
        Files.isDirectory(forks) ? new ForkStore(forks).all() : List.of());
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
