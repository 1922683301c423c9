package org.svabench.results.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.svabench.results.compare.Field;
import org.svabench.results.compare.ShortSummary;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.JsonDocument;
import org.svabench.results.jmh.JmhJson;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.jmh.JmhSetting;
import org.svabench.results.latency.Recording;
import org.svabench.results.latency.Recordings;
import org.svabench.results.run.AtomicFile;
import org.svabench.results.run.BuildRecord;
import org.svabench.results.run.ComparisonRecord;
import org.svabench.results.run.JavaRecord;
import org.svabench.results.run.LatencyFiles;
import org.svabench.results.run.MachineRecord;
import org.svabench.results.run.RowRecord;
import org.svabench.results.run.RunDirectory;
import org.svabench.results.run.RunRecord;
import org.svabench.results.run.RunState;
import org.svabench.results.run.SuiteRecord;

/**
 * A file of JMH's JSON as a run: the file untouched as {@code jmh.json}, a record of what it says
 * about itself, histograms of what sample mode recorded, and a summary.
 */
public final class ImportedRun {
  /** Name of the suite in such a run's record. */
  public static final String SUITE = "imported";

  private static final String UNKNOWN = "unknown";

  private ImportedRun() {}

  /**
   * What an import is told beside the file.
   *
   * @param parent where the run's folder goes
   * @param label last part of the folder's name
   * @param revision git revision that was measured, null unknown
   * @param time when it was measured
   * @param comparison what competes with what, null where nothing does
   */
  public record Options(
      Path parent, String label, String revision, Instant time, ComparisonRecord comparison) {}

  /**
   * Makes the run.
   *
   * @param document JMH's JSON
   * @param options the rest
   * @return the folder
   * @throws BadInput if the document is not JMH's, or the folder cannot be made
   * @throws IOException if the disk refuses
   */
  public static RunDirectory of(JsonDocument document, Options options) throws IOException {
    List<JmhResult> results = JmhJson.of(document);
    RunDirectory run = RunDirectory.create(options.parent(), options.label(), options.time());
    AtomicFile.write(run.jmhJson(), document.text());
    List<Recording> recordings = Recordings.ofSamples(results);
    for (Recording recording : recordings) {
      new LatencyFiles(run.folder("latency"))
          .write(recording.name(), recording.callsPerSample(), recording.intervals());
    }
    RunRecord record = record(results, options);
    Field field = new Field(results, options.comparison());
    run.writeSummary(
        "# "
            + options.label()
            + ", imported from "
            + Path.of(document.name()).getFileName()
            + "\n\n"
            + ShortSummary.markdown(field, field.doubts(record)));
    run.write(record);
    return run;
  }

  private static RunRecord record(List<JmhResult> results, Options options) {
    JmhSetting setting = results.get(0).setting();
    List<RowRecord> rows = new ArrayList<>();
    for (JmhResult result : results) {
      rows.add(
          new RowRecord(
              result.key().benchmark(), result.params(), result.forks(), List.of(), null));
    }
    return new RunRecord(
        RunRecord.SCHEMA_VERSION,
        options.label(),
        RunState.FINISHED,
        null,
        options.time().toString(),
        options.time().toString(),
        new SuiteRecord(SUITE, List.of(), 0, options.comparison(), null),
        new BuildRecord(
            UNKNOWN, options.revision() == null ? UNKNOWN : options.revision(), UNKNOWN),
        new MachineRecord(UNKNOWN, UNKNOWN, UNKNOWN, -1, -1, UNKNOWN, UNKNOWN, false, List.of()),
        new JavaRecord(
            known(setting.jdkVersion()), known(setting.vm()), UNKNOWN, setting.jvmArguments()),
        rows,
        List.of());
  }

  private static String known(String text) {
    return text.isEmpty() ? UNKNOWN : text;
  }
}
