package org.svabench.results.report;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.function.Function;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.JsonDocument;

/**
 * A document of ours that is no run: what {@code replay}, {@code fanout} or {@code simulate}
 * printed with {@code --format json}. Told from JMH's JSON by being an object with a schema
 * version.
 *
 * @param path as the user named it
 * @param json its content
 */
record SideDocument(Path path, JsonObject json) {

  private static final int SCHEMA_VERSION = 1;

  /** The document that a file holds; its root is an object. */
  static SideDocument of(Path path, JsonDocument document) {
    JsonObject json = document.root().getAsJsonObject();
    if (!json.has("schemaVersion")) {
      throw new BadInput(
          path + ": neither a JMH result (an array) nor a document of ours (with schemaVersion)");
    }
    document.ofVersion(SCHEMA_VERSION);
    SideDocument side = new SideDocument(path, json);
    if (!side.isReplay() && !side.isFanOut() && !side.isSimulation()) {
      throw new BadInput(path + ": not what replay, fanout or simulate print with --format json");
    }
    return side;
  }

  boolean isReplay() {
    return json.has("series") && json.has("designs");
  }

  boolean isFanOut() {
    return json.has("rows") && json.has("findings");
  }

  boolean isSimulation() {
    return json.has("rows")
        && json.get("rows").isJsonArray()
        && !json.getAsJsonArray("rows").isEmpty()
        && json.getAsJsonArray("rows").get(0).isJsonObject()
        && json.getAsJsonArray("rows").get(0).getAsJsonObject().has("simulated");
  }

  /** Reads something out of it; a field that is missing or of the wrong kind is bad input. */
  <T> T read(Function<JsonObject, T> reader) {
    try {
      return reader.apply(json);
    } catch (IllegalStateException
        | NullPointerException
        | ClassCastException
        | UnsupportedOperationException
        | NumberFormatException
        | IndexOutOfBoundsException e) {
      throw new BadInput(
          path
              + ": not what replay, fanout or simulate print with --format json: a field is missing"
              + " or of the wrong kind"
              + (e instanceof IllegalStateException ? ": " + e.getMessage() : ""));
    }
  }
}
