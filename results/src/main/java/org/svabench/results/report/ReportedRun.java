package org.svabench.results.report;

import java.nio.file.Path;
import java.util.List;
import org.svabench.results.input.JsonDocument;
import org.svabench.results.jmh.JmhJson;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.latency.Recording;
import org.svabench.results.latency.Recordings;
import org.svabench.results.run.ComparisonRecord;
import org.svabench.results.run.RunDirectory;
import org.svabench.results.run.RunRecord;

/**
 * A run as the report reads it.
 *
 * @param path as the user named it
 * @param record null for a file of JMH's JSON
 * @param results its rows
 * @param recordings what was timed call by call
 */
record ReportedRun(
    Path path, RunRecord record, List<JmhResult> results, List<Recording> recordings) {

  /** The folder of a run, or one that holds JMH's JSON alone. */
  static ReportedRun of(Path folder) {
    RunRecord record = RunDirectory.recordOf(folder);
    List<JmhResult> results = JmhJson.read(folder);
    List<Recording> recordings = record == null ? List.of() : Recordings.ofRun(folder, record);
    return new ReportedRun(
        folder, record, results, recordings.isEmpty() ? Recordings.ofSamples(results) : recordings);
  }

  /** A file of JMH's JSON. */
  static ReportedRun of(Path file, JsonDocument document) {
    List<JmhResult> results = JmhJson.of(document);
    return new ReportedRun(file, null, results, Recordings.ofSamples(results));
  }

  /** The folder's or the file's name. */
  String name() {
    Path last = path.toAbsolutePath().normalize().getFileName();
    return last == null ? path.toString() : last.toString();
  }

  /** When it started, ISO 8601; empty where unknown. */
  String startedAt() {
    return record == null ? "" : record.startedAt().replaceFirst("\\.\\d+Z$", "Z");
  }

  String revision() {
    return record == null ? "unknown" : record.build().revision();
  }

  /** What competes with what; null where nothing does. */
  ComparisonRecord comparison() {
    return record == null ? null : record.suite().comparison();
  }
}
