package org.svabench.results.report;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.JsonDocument;

/**
 * A document of ours that is no run: what {@code replay --format json} or {@code fanout --format
 * json} printed. Told from JMH's JSON by being an object with a schema version.
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
    if (!side.isReplay() && !side.isFanOut()) {
      throw new BadInput(path + ": not what replay --format json or fanout --format json prints");
    }
    return side;
  }

  boolean isReplay() {
    return json.has("series") && json.has("designs");
  }

  boolean isFanOut() {
    return json.has("rows") && json.has("findings");
  }

  BadInput damaged(RuntimeException why) {
    return new BadInput(
        path
            + ": not what replay or fanout print with --format json: a field is missing or of the"
            + " wrong kind"
            + (why instanceof IllegalStateException ? ": " + why.getMessage() : ""));
  }
}
