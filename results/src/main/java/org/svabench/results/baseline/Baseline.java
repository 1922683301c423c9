package org.svabench.results.baseline;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.InputFile;
import org.svabench.results.input.JsonDocument;
import org.svabench.results.run.AtomicFile;

/**
 * The exact figures of one concern: rows by name, sorted, one line each, so that a change of one
 * figure is a change of one line. Immutable.
 */
public final class Baseline {
  /** Of this shape of the file. */
  public static final int SCHEMA_VERSION = 1;

  private final String concern;
  private final String about;
  private final SortedMap<String, JsonObject> rows;

  private Baseline(String concern, String about, SortedMap<String, JsonObject> rows) {
    this.concern = concern;
    this.about = about;
    this.rows = rows;
  }

  /**
   * Figures as they were computed.
   *
   * @param concern name of the file, without {@code .json}
   * @param about one sentence for its reader
   * @param rows per row its figures, whole numbers or words, in the order they are to be shown
   * @return the baseline
   */
  public static Baseline of(String concern, String about, Map<String, Map<String, Object>> rows) {
    SortedMap<String, JsonObject> sorted = new TreeMap<>();
    rows.forEach(
        (name, figures) -> {
          JsonObject row = new JsonObject();
          figures.forEach(
              (figure, value) ->
                  row.add(
                      figure,
                      value instanceof Number number
                          ? new JsonPrimitive(number)
                          : new JsonPrimitive(value.toString())));
          sorted.put(name, row);
        });
    return new Baseline(concern, about, sorted);
  }

  /**
   * Reads the kept figures of a concern.
   *
   * @param folder of the baselines
   * @param concern name of the file, without {@code .json}
   * @return what is kept; no rows where there is no such file yet
   * @throws BadInput if the file is damaged or of another schema
   */
  public static Baseline read(Path folder, String concern) {
    Path path = file(folder, concern);
    if (!Files.exists(path)) {
      return new Baseline(concern, "", new TreeMap<>());
    }
    JsonDocument document =
        JsonDocument.read(InputFile.named(path.toString())).ofVersion(SCHEMA_VERSION);
    try {
      JsonObject root = document.root().getAsJsonObject();
      SortedMap<String, JsonObject> rows = new TreeMap<>();
      for (Map.Entry<String, JsonElement> row : root.getAsJsonObject("rows").entrySet()) {
        rows.put(row.getKey(), figures(row.getValue().getAsJsonObject()));
      }
      return new Baseline(concern, root.get("about").getAsString(), rows);
    } catch (NullPointerException
        | IllegalStateException
        | ClassCastException
        | UnsupportedOperationException e) {
      throw new BadInput(path + ": not a file of exact figures; gate --exact --update writes it");
    }
  }

  private static JsonObject figures(JsonObject row) {
    for (Map.Entry<String, JsonElement> figure : row.entrySet()) {
      if (!figure.getValue().isJsonPrimitive()) {
        throw new IllegalStateException(figure.getKey() + " is neither a number nor a word");
      }
    }
    return row;
  }

  /**
   * Where the figures of a concern are kept.
   *
   * @param folder of the baselines
   * @param concern name of the file, without {@code .json}
   * @return the file, which may not be there yet
   */
  public static Path file(Path folder, String concern) {
    return folder.resolve(concern + ".json");
  }

  /**
   * Name of the file, without {@code .json}.
   *
   * @return as given
   */
  public String concern() {
    return concern;
  }

  /**
   * How many rows there are.
   *
   * @return 0 where nothing is kept
   */
  public int size() {
    return rows.size();
  }

  /**
   * What is different now, in the words of a reader.
   *
   * @param now the same concern, computed anew
   * @return a line for each row that differs, by name; empty where all is reproduced
   */
  public List<String> differences(Baseline now) {
    List<String> lines = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(rows.keySet());
    names.addAll(now.rows.keySet());
    for (String name : names) {
      JsonObject before = rows.get(name);
      JsonObject after = now.rows.get(name);
      if (before == null) {
        lines.add("+ " + name + ": " + words(after));
      } else if (after == null) {
        lines.add("- " + name + ": " + words(before));
      } else if (!before.equals(after)) {
        lines.add("  " + name + ": " + changes(before, after));
      }
    }
    return Collections.unmodifiableList(lines);
  }

  private static String words(JsonObject row) {
    List<String> words = new ArrayList<>();
    row.entrySet().forEach(e -> words.add(e.getKey() + " " + e.getValue().getAsString()));
    return String.join(", ", words);
  }

  private static String changes(JsonObject before, JsonObject after) {
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    List<String> changes = new ArrayList<>();
    for (String name : names) {
      JsonElement was = before.get(name);
      JsonElement is = after.get(name);
      if (was == null || !was.equals(is)) {
        changes.add(name + " " + value(was) + " -> " + value(is));
      }
    }
    return String.join(", ", changes);
  }

  private static String value(JsonElement element) {
    return element == null ? "nothing" : element.getAsString();
  }

  /**
   * Replaces the kept figures by these, as a whole.
   *
   * @param folder of the baselines, which exists
   * @throws IOException the file is then as it was
   */
  public void write(Path folder) throws IOException {
    StringBuilder text = new StringBuilder("{\n");
    text.append("  \"schemaVersion\": ").append(SCHEMA_VERSION).append(",\n");
    text.append("  \"about\": ").append(new JsonPrimitive(about)).append(",\n");
    text.append("  \"rows\": {");
    String separator = "\n";
    for (Map.Entry<String, JsonObject> row : rows.entrySet()) {
      text.append(separator).append("    ").append(new JsonPrimitive(row.getKey())).append(": ");
      text.append(row.getValue().toString().replace("\":", "\": ").replace(",\"", ", \""));
      separator = ",\n";
    }
    text.append("\n  }\n}\n");
    AtomicFile.write(file(folder, concern), text.toString());
  }
}
