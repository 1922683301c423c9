package org.svabench.results.input;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;

/**
 * Reads JSON of foreign origin: a key that is given twice in an object is a fault, so that a slip
 * does not go unseen, and so is whatever follows the value. Nesting is limited to 255.
 */
public final class JsonText {
  private static final TypeAdapter<JsonElement> SCALAR = new Gson().getAdapter(JsonElement.class);

  private JsonText() {}

  /**
   * Reads a text that holds one value.
   *
   * @param text the text; not closed
   * @param strictness how close to RFC 8259 it must be
   * @return the value
   * @throws JsonFault where it is not JSON
   */
  public static JsonElement parse(Reader text, Strictness strictness) throws JsonFault {
    JsonReader reader = new JsonReader(text);
    reader.setStrictness(strictness);
    try {
      if (atEnd(reader)) {
        throw JsonFault.of("the text is empty");
      }
      JsonElement value = value(reader);
      if (!atEnd(reader)) {
        throw JsonFault.of("there is more behind its end" + place(reader));
      }
      return value;
    } catch (IOException | RuntimeException failure) {
      // The reader has exceptions of several kinds for a text that is not JSON.
      throw JsonFault.of(failure);
    }
  }

  private static boolean atEnd(JsonReader reader) throws IOException {
    try {
      return reader.peek() == JsonToken.END_DOCUMENT;
    } catch (EOFException empty) {
      return true;
    }
  }

  private static JsonElement value(JsonReader reader) throws IOException, JsonFault {
    switch (reader.peek()) {
      case BEGIN_ARRAY -> {
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
          array.add(value(reader));
        }
        reader.endArray();
        return array;
      }
      case BEGIN_OBJECT -> {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
          String key = reader.nextName();
          if (object.has(key)) {
            throw JsonFault.of(key + " is given twice" + place(reader));
          }
          object.add(key, value(reader));
        }
        reader.endObject();
        return object;
      }
      default -> {
        return SCALAR.read(reader);
      }
    }
  }

  /** Where a reader is, as its own messages say it. */
  private static String place(JsonReader reader) {
    String words = reader.toString();
    return words.substring(words.indexOf(" at line"));
  }
}
