package org.svabench.results.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.JsonDocument;
import org.svabench.results.jmh.JmhJson;
import org.svabench.results.jmh.JmhMetric;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.jmh.ResultKey;
import org.svabench.results.run.RunDirectory;
import org.svabench.results.run.RunRecord;

/**
 * A result that is to be exported: the folder of a run, or a file of JMH's JSON.
 *
 * @param path as the user named it
 * @param run its record, null for a file
 * @param file its content, null for a folder
 */
public record Exported(Path path, RunRecord run, JsonDocument file) {
  /**
   * One metric of one row.
   *
   * @param key the row
   * @param name of a secondary metric, empty for the score
   * @param metric the figures
   */
  record Figure(ResultKey key, String name, JmhMetric metric) {
    boolean isScore() {
      return name.isEmpty();
    }

    /** A name that nothing else in the run has and that is the same in every run. */
    String fullName() {
      StringBuilder text = new StringBuilder(key.benchmark());
      key.params().forEach((p, value) -> text.append(' ').append(p).append('=').append(value));
      if (key.threads() != 1) {
        text.append(" threads=").append(key.threads());
      }
      text.append(" [").append(key.mode()).append(']');
      return isScore() ? text.toString() : text.append(' ').append(name).toString();
    }
  }

  /**
   * Looks at what the user named.
   *
   * @param path a folder or a file
   * @return the source; a file is read, once, since it may be a pipe
   * @throws BadInput if there is no such thing, or its record is damaged
   */
  public static Exported of(Path path) {
    if (!Files.exists(path)) {
      throw new BadInput(
          path + ": no such file or folder; name the folder of a run or a JMH JSON file");
    }
    if (!Files.isDirectory(path)) {
      return new Exported(path, null, JmhJson.document(path));
    }
    return new Exported(path, RunDirectory.recordOf(path), null);
  }

  JsonDocument document() {
    return file == null ? JmhJson.document(path) : file;
  }

  List<JmhResult> results() {
    return JmhJson.of(document());
  }

  /** Scores and secondary metrics, row by row. */
  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    for (JmhResult result : results()) {
      figures.add(new Figure(result.key(), "", result.primary()));
      result.secondary().forEach((name, m) -> figures.add(new Figure(result.key(), name, m)));
    }
    return figures;
  }

  /** When the run started; null for a file, which does not say. */
  Instant startedAt() {
    try {
      return run == null ? null : Instant.parse(run.startedAt());
    } catch (DateTimeException e) {
      throw new BadInput(
          path.resolve("run.json") + ": startedAt " + run.startedAt() + ": not a time, ISO 8601");
    }
  }
}
