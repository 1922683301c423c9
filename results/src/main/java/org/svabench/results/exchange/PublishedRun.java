package org.svabench.results.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.InputFile;
import org.svabench.results.input.JsonDocument;
import org.svabench.results.input.PrettyJson;
import org.svabench.results.latency.Recording;
import org.svabench.results.latency.Recordings;
import org.svabench.results.run.AtomicFile;
import org.svabench.results.run.LatencyFiles;
import org.svabench.results.run.RunDirectory;
import org.svabench.results.run.RunRecord;
import org.svabench.results.run.WholeFolder;

/**
 * A copy of a run that can be given to anybody: figures and facts of the machine as they are, of
 * each absolute path only its last name, of each timed call one histogram over all forks. Logs and
 * the forks to resume from stay behind.
 */
public final class PublishedRun {
  /** An absolute path of Unix or Windows, in a text or behind the equals sign of an option. */
  private static final Pattern PATH =
      Pattern.compile("(?<![\\w.*/\\\\])(?:[A-Za-z]:\\\\|/)(?:[^\\s/\\\\:;,\"'|]+[/\\\\])+");

  private PublishedRun() {}

  /**
   * Makes the copy, under the name of the run's folder.
   *
   * @param run folder of a run
   * @param parent made where it does not exist
   * @return the new folder
   * @throws BadInput if it is no run, or the copy is there already
   * @throws IOException if the disk refuses
   */
  public static Path of(Path run, Path parent) throws IOException {
    RunRecord record = RunDirectory.open(run).read();
    Path folder = parent.resolve(run.toAbsolutePath().normalize().getFileName());
    if (Files.exists(folder)) {
      throw new BadInput(folder + ": is there already; remove it, or name another folder");
    }
    Files.createDirectories(folder);
    WholeFolder.fill(folder, () -> copy(run, record, folder));
    return folder;
  }

  private static void copy(Path run, RunRecord record, Path folder) throws IOException {
    for (String json : List.of("jmh.json", "run.json")) {
      JsonElement root = JsonDocument.read(InputFile.named(run.resolve(json).toString())).root();
      AtomicFile.write(folder.resolve(json), PrettyJson.withNulls(withoutPaths(root)));
    }
    Path summary = run.resolve("summary.md");
    if (Files.exists(summary)) {
      AtomicFile.write(folder.resolve("summary.md"), withoutPaths(Files.readString(summary)));
    }
    List<Recording> recordings = Recordings.ofRun(run, record);
    if (!recordings.isEmpty()) {
      LatencyFiles latency = new LatencyFiles(Files.createDirectories(folder.resolve("latency")));
      for (Recording recording : recordings) {
        latency.write(name(recording), recording.callsPerSample(), List.of(recording.sum()));
      }
    }
  }

  /** File names have the values of parameters in them, which may be files. */
  private static String name(Recording recording) {
    Map<String, String> params = new LinkedHashMap<>(recording.params());
    params.replaceAll((name, value) -> withoutPaths(value));
    return new Recording(
            recording.benchmark(),
            params,
            recording.call(),
            recording.callsPerSample(),
            recording.intervals())
        .name();
  }

  private static JsonElement withoutPaths(JsonElement element) {
    if (element.isJsonObject()) {
      JsonObject object = new JsonObject();
      element
          .getAsJsonObject()
          .entrySet()
          .forEach(e -> object.add(e.getKey(), withoutPaths(e.getValue())));
      return object;
    }
    if (element.isJsonArray()) {
      JsonArray array = new JsonArray();
      element.getAsJsonArray().forEach(e -> array.add(withoutPaths(e)));
      return array;
    }
    return element.isJsonPrimitive() && element.getAsJsonPrimitive().isString()
        ? new JsonPrimitive(withoutPaths(element.getAsString()))
        : element;
  }

  private static String withoutPaths(String text) {
    return PATH.matcher(text).replaceAll("");
  }
}
