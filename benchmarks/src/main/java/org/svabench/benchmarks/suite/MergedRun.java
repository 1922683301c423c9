package org.svabench.benchmarks.suite;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.svabench.benchmarks.jmh.JmhOptions;
import org.svabench.results.run.RowRecord;
import org.svabench.results.run.RunDirectory;
import org.svabench.results.run.RunRecord;
import org.svabench.results.run.RunState;
import org.svabench.results.run.SuiteRecord;
import org.svabench.results.run.WholeFolder;

/**
 * One run made of the parts of a sharded one. Rows of one comparison are in one part, so their
 * forks are still neighbours; the controls were run in every part, and here each has the forks of
 * all of them.
 */
public final class MergedRun {
  private final PartsOfOneRun parts;
  private final Map<Row, RowForks> rows = new LinkedHashMap<>();
  private final List<FinishedFork> forks = new ArrayList<>();

  private MergedRun(PartsOfOneRun parts) {
    this.parts = parts;
  }

  /**
   * Reads the parts; nothing is written.
   *
   * @param folders of the parts, in any order
   * @return what they make together
   * @throws IOException if one cannot be read
   * @throws org.svabench.results.input.BadInput if they do not belong together
   */
  public static MergedRun of(List<Path> folders) throws IOException {
    PartsOfOneRun parts = PartsOfOneRun.read(folders, RunningJar.record().sha256());
    SuiteRecord suite = parts.parts().get(0).record().suite();
    CommandLineOptions options = JmhOptions.parse(suite.arguments());
    return of(parts, Plan.of(Suites.of(suite.name(), options), options));
  }

  /** Lays the parts' forks out by the plan of the whole. */
  static MergedRun of(PartsOfOneRun parts, Plan plan) {
    MergedRun merged = new MergedRun(parts);
    merged.lay(plan);
    return merged;
  }

  private void lay(Plan plan) {
    int count = parts.parts().get(0).shard().parts();
    for (Row row : plan.rows()) {
      rows.put(row, new RowForks(row, plan.rounds() * (plan.isControl(row) ? count : 1)));
    }
    int position = 0;
    for (Part part : parts.parts()) {
      int before = position;
      for (FinishedFork fork : part.forks()) {
        position = Math.max(position, before + fork.position());
        for (RowForks row : rows.values()) {
          if (row.row().fileName().equals(fork.row())) {
            int rounds = plan.isControl(row.row()) ? plan.rounds() * (part.shard().part() - 1) : 0;
            FinishedFork moved = fork.at(rounds + fork.round(), before + fork.position());
            row.add(moved);
            forks.add(moved);
          }
        }
      }
      part.record().rows().stream().filter(row -> row.failure() != null).forEach(this::fail);
    }
  }

  private void fail(RowRecord failed) {
    rows.values().stream()
        .filter(row -> row.row().benchmark().equals(failed.benchmark()))
        .filter(row -> row.row().params().equals(failed.params()))
        .forEach(row -> row.fail(failed.failure()));
  }

  private RunRecord first() {
    return parts.parts().get(0).record();
  }

  /**
   * How far they got together.
   *
   * @return {@link RunState#FINISHED} where every part is there and finished
   */
  public RunState state() {
    if (!unfinished().isEmpty()) {
      return RunState.INTERRUPTED;
    }
    return rows.values().stream().anyMatch(RowForks::failed) ? RunState.FAILED : RunState.FINISHED;
  }

  /**
   * Why they are not a whole run.
   *
   * @return one line; null where they are
   */
  public String reason() {
    return switch (state()) {
      case FINISHED -> null;
      case FAILED -> "a row failed";
      default -> unfinished();
    };
  }

  private String unfinished() {
    List<String> reasons = new ArrayList<>();
    if (!parts.missing().isEmpty()) {
      reasons.add("missing: part " + parts.missing());
    }
    for (Part part : parts.parts()) {
      RunState state = part.record().state();
      if (state == RunState.RUNNING || state == RunState.INTERRUPTED) {
        reasons.add(
            "not finished: part " + part.shard() + " (suite --resume " + part.folder() + ")");
      }
    }
    return String.join("; ", reasons);
  }

  /**
   * Writes the run.
   *
   * @param parent where its folder goes
   * @param label last part of the folder's name; null for the suite's name
   * @return the comparison and where the files are, for the screen
   * @throws IOException if the disk refuses; no part of the run is left then
   */
  public String write(Path parent, String label) throws IOException {
    String name = label == null ? first().suite().name() : label;
    Instant now = Instant.now();
    RunDirectory directory = RunDirectory.create(parent, name, now);
    String[] shown = new String[1];
    WholeFolder.fill(directory.path(), () -> shown[0] = write(directory, name, now));
    return shown[0];
  }

  private String write(RunDirectory directory, String name, Instant now) throws IOException {
    SuiteRecord suite = first().suite();
    RunFiles files =
        new RunFiles(
            directory,
            new RunRecord(
                RunRecord.SCHEMA_VERSION,
                name,
                RunState.RUNNING,
                null,
                parts.parts().stream()
                    .map(part -> part.record().startedAt())
                    .min(String::compareTo)
                    .orElseThrow(),
                now.toString(),
                new SuiteRecord(
                    suite.name(), suite.arguments(), suite.seed(), suite.comparison(), null),
                first().build(),
                first().machine(),
                first().java(),
                List.of(),
                parts.parts().stream().map(Part::toRecord).toList()));
    ForkStore store = files.forks();
    for (FinishedFork fork : forks) {
      store.keep(fork);
    }
    files.results(rows.values(), rows.values());
    logs(directory.path().resolve("jmh.log"));
    files.record(state(), reason(), rows.values());
    return files.summary(rows.values()) + "Files: " + directory.path();
  }

  private void logs(Path log) throws IOException {
    for (Part part : parts.parts()) {
      Path own = part.folder().resolve("jmh.log");
      if (Files.isRegularFile(own)) {
        try (OutputStream out =
            Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
          Files.copy(own, out);
        }
      }
    }
  }
}
