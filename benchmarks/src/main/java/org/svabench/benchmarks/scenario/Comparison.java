package org.svabench.benchmarks.scenario;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Compares a recorded line with an outcome, as JSON values: the order of keys does not matter. */
final class Comparison {
  private Comparison() {}

  /** One text for each field that differs: {@code field: expected X, got Y}. */
  static List<String> of(JsonObject expected, JsonObject actual) {
    List<String> differences = new ArrayList<>();
    Set<String> keys = new LinkedHashSet<>(expected.keySet());
    keys.addAll(actual.keySet());
    for (String key : keys) {
      JsonElement wanted = expected.get(key);
      JsonElement got = actual.get(key);
      if (wanted == null || got == null || !same(wanted, got)) {
        differences.add(key + ": expected " + shown(wanted) + ", got " + shown(got));
      }
    }
    return differences;
  }

  private static String shown(JsonElement value) {
    return value == null ? "nothing" : value.toString();
  }

  private static boolean same(JsonElement a, JsonElement b) {
    if (a.isJsonArray() && b.isJsonArray()) {
      return same(a.getAsJsonArray(), b.getAsJsonArray());
    }
    if (a.isJsonObject() && b.isJsonObject()) {
      return of(a.getAsJsonObject(), b.getAsJsonObject()).isEmpty();
    }
    if (a.isJsonPrimitive() && b.isJsonPrimitive()) {
      return same(a.getAsJsonPrimitive(), b.getAsJsonPrimitive());
    }
    return a.equals(b);
  }

  private static boolean same(JsonArray a, JsonArray b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!same(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(JsonPrimitive a, JsonPrimitive b) {
    return a.isNumber() && b.isNumber()
        ? sameNumber(a.getAsString(), b.getAsString())
        : a.equals(b);
  }

  private static boolean sameNumber(String a, String b) {
    try {
      return a.equals(b)
          || new BigDecimal(a).longValueExact() == new BigDecimal(b).longValueExact();
    } catch (ArithmeticException notWhole) {
      return false;
    }
  }
}
