package org.svabench.results.input;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.Strictness;
import java.io.StringReader;

/**
 * A file of JSON, read as a whole. Non-finite numbers may be words, with quotes or without, as
 * several writers have them.
 *
 * @param name the file as the user named it
 * @param text its content
 * @param root the value it holds
 */
public record JsonDocument(String name, String text, JsonElement root) {
  /**
   * Reads a file.
   *
   * @param file gzipped or not
   * @return the document
   * @throws BadInput where it cannot be read, or is not JSON
   */
  public static JsonDocument read(InputFile file) {
    return of(file.name(), file.text());
  }

  /**
   * Reads a text.
   *
   * @param name what messages call it
   * @param text JSON
   * @return the document
   * @throws BadInput where it is not JSON
   */
  public static JsonDocument of(String name, String text) {
    try {
      return new JsonDocument(
          name, text, JsonText.parse(new StringReader(text), Strictness.LENIENT));
    } catch (JsonFault fault) {
      throw fault.in(name, "JSON");
    }
  }

  /**
   * Refuses a document of another shape.
   *
   * @param version the {@code schemaVersion} it should have
   * @return this
   * @throws BadInput where it has another one, or none
   */
  public JsonDocument ofVersion(int version) {
    JsonElement found = root.isJsonObject() ? root.getAsJsonObject().get("schemaVersion") : null;
    String word =
        found == null ? "missing" : found.isJsonPrimitive() ? found.getAsString() : "no number";
    if (!word.equals(String.valueOf(version))) {
      throw new BadInput(
          name + ": schemaVersion " + word + "; this version of svabench reads " + version);
    }
    return this;
  }

  /**
   * Reads the document as a record that has all its fields.
   *
   * @param type the record
   * @param gson how its fields are read
   * @param expected what the document should be, a few words
   * @return the record; only components marked {@link MayBeNull} are null
   * @throws BadInput where a field is of the wrong kind, out of range, or missing
   */
  public <T extends Record> T as(Class<T> type, Gson gson, String expected) {
    T value;
    try {
      value = gson.fromJson(text, type);
    } catch (RuntimeException failure) {
      // Also what the constructor of a record throws, which is wrapped in an exception of no kind.
      throw JsonFault.of(failure).in(name, expected);
    }
    String missing = value == null ? "everything" : MissingField.in(value);
    if (missing != null) {
      throw new BadInput(name + ": not " + expected + ": " + missing + " is missing");
    }
    return value;
  }
}
