package org.svabench.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.svabench.benchmarks.latency.HistogramResult;
import org.svabench.results.compare.Field;
import org.svabench.results.compare.RunSummary;
import org.svabench.results.compare.ShortSummary;
import org.svabench.results.doubt.Doubts;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.run.AtomicFile;
import org.svabench.results.run.LatencyFiles;
import org.svabench.results.run.RunDirectory;
import org.svabench.results.run.RunRecord;
import org.svabench.results.run.RunState;

/** What a run leaves behind, made anew from its finished forks after each of them. */
final class RunFiles {
  /** More than {@code run.json} takes without its rows, and per planned fork. */
  private static final int RECORD_BYTES = 1 << 16;

  private static final int FORK_BYTES = 1 << 10;

  private final RunDirectory directory;
  private final RunRecord start;

  /**
   * Files of a run.
   *
   * @param directory exists
   * @param start the record with everything that does not change during the run
   */
  RunFiles(RunDirectory directory, RunRecord start) {
    this.directory = directory;
    this.start = start;
  }

  Path path() {
    return directory.path();
  }

  ForkStore forks() throws IOException {
    return new ForkStore(directory.folder("forks"));
  }

  /** Keeps room for {@link #lastRecord} of so many forks. */
  void reserve(int forks) throws IOException {
    directory.reserve(RECORD_BYTES + FORK_BYTES * forks);
  }

  /** Replaces {@code run.json} alone. */
  void record(RunState state, String reason, Collection<RowForks> rows) throws IOException {
    directory.write(asOfNow(state, reason, rows));
  }

  /** Replaces {@code run.json} for the last time, also on a full disk. */
  void lastRecord(RunState state, String reason, Collection<RowForks> rows) throws IOException {
    directory.writeLast(asOfNow(state, reason, rows));
  }

  private RunRecord asOfNow(RunState state, String reason, Collection<RowForks> rows) {
    return new RunRecord(
        RunRecord.SCHEMA_VERSION,
        start.label(),
        state,
        reason,
        start.startedAt(),
        Instant.now().toString(),
        start.suite(),
        start.build(),
        start.machine(),
        start.java(),
        rows.stream().map(RowForks::record).toList(),
        start.parts());
  }

  /** Replaces the results after forks of some rows. */
  void results(Collection<RowForks> changed, Collection<RowForks> rows) throws IOException {
    AtomicFile.write(
        directory.jmhJson(),
        rows.stream()
            .filter(row -> !row.isEmpty())
            .map(RowForks::json)
            .collect(Collectors.joining(",\n", "[\n", "\n]\n")));
    LatencyFiles latency = new LatencyFiles(directory.folder("latency"));
    for (RowForks row : changed) {
      for (Map.Entry<String, List<HistogramResult>> call : row.histograms().entrySet()) {
        latency.write(
            row.row().fileName() + "." + call.getKey(),
            call.getValue().get(0).callsPerSample(),
            call.getValue().stream().map(HistogramResult::histogram).toList());
      }
    }
    Field field = field(rows);
    directory.writeSummary(
        "# "
            + start.label()
            + ", "
            + start.startedAt()
            + "\n\n"
            + ShortSummary.markdown(field, doubts(field, rows)));
  }

  /** The comparison for the screen. */
  String summary(Collection<RowForks> rows) {
    Field field = field(rows);
    return RunSummary.text(field, doubts(field, rows));
  }

  private Field field(Collection<RowForks> rows) {
    return new Field(parsed(rows), start.suite().comparison());
  }

  private Doubts doubts(Field field, Collection<RowForks> rows) {
    return field.doubts(asOfNow(RunState.RUNNING, null, rows));
  }

  private static List<JmhResult> parsed(Collection<RowForks> rows) {
    return rows.stream().filter(row -> !row.isEmpty()).map(RowForks::parsed).toList();
  }
}
