package org.svabench.results.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.svabench.results.input.BadInput;

/**
 * A document of ours that is no run: what {@code replay --format json} or {@code fanout --format
 * json} printed. Told from JMH's JSON by being an object with a schema version.
 *
 * @param path as the user named it
 * @param json its content
 */
record SideDocument(Path path, JsonObject json) {

  /** The document, empty where the path is something else. */
  static Optional<SideDocument> of(Path path) {
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    try {
      String text = Files.readString(path);
      if (!text.stripLeading().startsWith("{")) {
        return Optional.empty();
      }
      JsonElement root = JsonParser.parseString(text);
      if (root.isJsonObject() && root.getAsJsonObject().has("schemaVersion")) {
        return Optional.of(new SideDocument(path, root.getAsJsonObject()));
      }
      throw new BadInput(
          path + ": neither a JMH result (an array) nor a document of ours (with schemaVersion)");
    } catch (IOException | JsonParseException e) {
      throw new BadInput(path + ": not JSON");
    }
  }

  boolean isReplay() {
    return json.has("series") && json.has("designs");
  }

  boolean isFanOut() {
    return json.has("rows") && json.has("findings");
  }

  BadInput damaged(RuntimeException why) {
    return new BadInput(path + ": a field is missing or of the wrong kind: " + why.getMessage());
  }
}
