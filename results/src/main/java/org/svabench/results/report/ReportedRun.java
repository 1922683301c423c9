package org.svabench.results.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.svabench.results.input.BadInput;
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

  static ReportedRun of(Path path) {
    if (!Files.exists(path)) {
      throw new BadInput(
          path + ": no such file or folder; name the folder of a run or a JMH JSON file");
    }
    RunRecord record = RunDirectory.recordOf(path);
    List<JmhResult> results = JmhJson.read(path);
    List<Recording> recordings = record == null ? List.of() : Recordings.ofRun(path, record);
    return new ReportedRun(
        path, record, results, recordings.isEmpty() ? Recordings.ofSamples(results) : recordings);
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
