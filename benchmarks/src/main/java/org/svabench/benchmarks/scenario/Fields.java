package org.svabench.benchmarks.scenario;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.Strictness;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.svabench.results.input.JsonFault;
import org.svabench.results.input.JsonText;

/** Reads fields of one JSON object; what is missing or of the wrong kind is a fault. */
final class Fields {
  private static final Pattern ADDRESS = Pattern.compile("0[xX][0-9a-fA-F]{1,16}");

  private final String place;
  private final JsonObject object;

  private Fields(String place, JsonObject object) {
    this.place = place;
    this.object = object;
  }

  /** Parses a line that holds one JSON object and nothing else. */
  static Fields ofLine(String line) {
    try {
      JsonElement element = JsonText.parse(new StringReader(line), Strictness.STRICT);
      if (element.isJsonObject()) {
        return new Fields("", element.getAsJsonObject());
      }
      throw new ScenarioFault("a line is one JSON object: " + shortened(line));
    } catch (JsonFault notJson) {
      throw new ScenarioFault(
          "a line is one JSON object: " + shortened(line) + ": " + notJson.getMessage());
    }
  }

  /** The fields of an object inside a line. */
  static Fields of(String place, JsonElement element) {
    if (!element.isJsonObject()) {
      throw new ScenarioFault(place + " must be an object: " + shortened(element.toString()));
    }
    return new Fields(place + ".", element.getAsJsonObject());
  }

  static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }

  JsonObject object() {
    return object;
  }

  boolean has(String key) {
    return object.has(key);
  }

  private JsonElement required(String key) {
    JsonElement value = object.get(key);
    if (value == null) {
      throw new ScenarioFault(place + key + " is missing");
    }
    return value;
  }

  private ScenarioFault wrong(String key, String what) {
    return new ScenarioFault(
        place + key + " must be " + what + ": " + shortened(object.get(key).toString()));
  }

  String text(String key) {
    JsonElement value = required(key);
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      throw wrong(key, "a string");
    }
    return value.getAsString();
  }

  int number(String key, int least, int most) {
    JsonElement value = required(key);
    if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()) {
      try {
        int number = new BigDecimal(value.getAsString()).intValueExact();
        if (number >= least && number <= most) {
          return number;
        }
      } catch (ArithmeticException | NumberFormatException notAnInt) {
        // Said below, as for a number out of range.
      }
    }
    throw wrong(
        key, least == most ? String.valueOf(least) : "a whole number " + least + ".." + most);
  }

  int number(String key, int least, int most, int otherwise) {
    return has(key) ? number(key, least, most) : otherwise;
  }

  boolean flag(String key, boolean otherwise) {
    return number(key, 0, 1, otherwise ? 1 : 0) == 1;
  }

  long address(String key) {
    String text = text(key);
    if (!ADDRESS.matcher(text).matches()) {
      throw wrong(key, "an address such as \"0x7000\"");
    }
    return Long.parseUnsignedLong(text.substring(2), 16);
  }

  List<JsonElement> list(String key) {
    JsonElement value = required(key);
    if (!value.isJsonArray()) {
      throw wrong(key, "a list");
    }
    return value.getAsJsonArray().asList();
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (JsonElement each : list(key)) {
      if (!each.isJsonPrimitive() || !each.getAsJsonPrimitive().isString()) {
        throw wrong(key, "a list of strings");
      }
      texts.add(each.getAsString());
    }
    return texts;
  }

  /** A list of lists of numbers. */
  List<int[]> rows(String key, int most) {
    List<int[]> rows = new ArrayList<>();
    for (JsonElement row : list(key)) {
      if (!row.isJsonArray()) {
        throw wrong(key, "a list of lists");
      }
      JsonArray cells = row.getAsJsonArray();
      int[] numbers = new int[cells.size()];
      for (int i = 0; i < numbers.length; i++) {
        JsonObject cell = new JsonObject();
        cell.add(key, cells.get(i));
        numbers[i] = new Fields(place, cell).number(key, 0, most);
      }
      rows.add(numbers);
    }
    return rows;
  }
}
