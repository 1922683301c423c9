package org.svabench.results.jmh;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.InputFile;
import org.svabench.results.input.JsonDocument;

/**
 * Reads JMH's JSON, of any JMH version and whoever wrote it: unknown fields are ignored, missing
 * ones have a neutral value, and non-finite numbers are the strings JMH writes for them (source:
 * JMH 1.37, {@code JSONResultFormat.emit}).
 */
public final class JmhJson {
  /** Sums of counts stay far from the end of a long. */
  private static final long MOST_SAMPLES = 1L << 40;

  private JmhJson() {}

  /**
   * Reads a result file.
   *
   * @param source a JMH JSON file, or the folder of a run
   * @return its entries, at least one
   * @throws BadInput if it is missing, not JSON, not JMH's, or empty
   */
  public static List<JmhResult> read(Path source) {
    return of(document(source));
  }

  /**
   * Finds and reads a result file; what it holds is not yet looked at.
   *
   * @param source a JMH JSON file, or the folder of a run
   * @return the document
   * @throws BadInput if it is missing or not JSON
   */
  public static JsonDocument document(Path source) {
    if (!Files.isDirectory(source)) {
      return JsonDocument.read(InputFile.named(source.toString()));
    }
    Path file = source.resolve("jmh.json");
    if (!Files.exists(file)) {
      throw new BadInput(file + ": no such file; name a JMH JSON file or the folder of a run");
    }
    return JsonDocument.read(InputFile.named(file.toString()));
  }

  /**
   * Takes results out of a document.
   *
   * @param document JMH's JSON
   * @return its entries, at least one
   * @throws BadInput if it is not JMH's, or empty
   */
  public static List<JmhResult> of(JsonDocument document) {
    JsonElement root = document.root();
    if (!root.isJsonArray() || root.getAsJsonArray().isEmpty()) {
      throw new BadInput(
          document.name() + ": holds no JMH result; expected a non-empty array of them");
    }
    List<JmhResult> results = new ArrayList<>();
    for (JsonElement entry : root.getAsJsonArray()) {
      String place = document.name() + ": entry " + (results.size() + 1);
      try {
        results.add(result(entry.getAsJsonObject()));
      } catch (ArithmeticException outOfRange) {
        throw new BadInput(place + ": " + outOfRange.getMessage());
      } catch (IllegalStateException
          | IndexOutOfBoundsException
          | NullPointerException
          | ClassCastException
          | UnsupportedOperationException
          | NumberFormatException e) {
        throw new BadInput(
            place
                + " is not a JMH result: it needs benchmark, mode and primaryMetric with a score");
      }
    }
    return results;
  }

  private static JmhResult result(JsonObject entry) {
    ResultKey key =
        new ResultKey(
            entry.get("benchmark").getAsString(),
            entry.get("mode").getAsString(),
            entry.has("threads") ? count(entry, "threads") : 1,
            params(entry));
    SortedMap<String, JmhMetric> secondary = new TreeMap<>();
    if (entry.has("secondaryMetrics")) {
      for (Map.Entry<String, JsonElement> metric :
          entry.getAsJsonObject("secondaryMetrics").entrySet()) {
        String name = metric.getKey();
        secondary.put(
            name.startsWith("\u00b7") ? name.substring(1) : name,
            metric(metric.getValue().getAsJsonObject()));
      }
    }
    return new JmhResult(
        key,
        entry.has("forks") ? count(entry, "forks") : 1,
        setting(entry),
        metric(entry.getAsJsonObject("primaryMetric")),
        secondary);
  }

  private static JmhSetting setting(JsonObject entry) {
    List<String> arguments = new ArrayList<>();
    if (entry.has("jvmArgs") && entry.get("jvmArgs").isJsonArray()) {
      entry.getAsJsonArray("jvmArgs").forEach(argument -> arguments.add(argument.getAsString()));
    }
    return new JmhSetting(
        text(entry, "jmhVersion"),
        text(entry, "jdkVersion"),
        (text(entry, "vmName") + " " + text(entry, "vmVersion")).strip(),
        arguments,
        count(entry, "warmupIterations"),
        text(entry, "warmupTime"),
        count(entry, "measurementIterations"),
        text(entry, "measurementTime"));
  }

  private static int count(JsonObject entry, String name) {
    return text(entry, name).isEmpty() ? 0 : (int) whole(name, entry.get(name), Integer.MAX_VALUE);
  }

  private static long whole(String name, JsonElement value, long most) {
    try {
      long number = value.getAsBigDecimal().longValueExact();
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (ArithmeticException | NumberFormatException notWhole) {
      // Said below, as for a number out of range.
    }
    throw new ArithmeticException(
        name + " must be a whole number 0.." + most + ": " + value.getAsString());
  }

  private static Map<String, String> params(JsonObject entry) {
    Map<String, String> params = new LinkedHashMap<>();
    if (entry.has("params")) {
      entry
          .getAsJsonObject("params")
          .entrySet()
          .forEach(p -> params.put(p.getKey(), p.getValue().getAsString()));
    }
    return params;
  }

  private static String text(JsonObject entry, String name) {
    return entry.has(name) && entry.get(name).isJsonPrimitive()
        ? entry.get(name).getAsString()
        : "";
  }

  private static JmhMetric metric(JsonObject metric) {
    return new JmhMetric(
        number(metric.get("score")),
        metric.has("scoreError") ? number(metric.get("scoreError")) : Double.NaN,
        text(metric, "scoreUnit"),
        metric.has("rawData")
            ? forks(metric.getAsJsonArray("rawData"), JmhJson::number)
            : metric.has("rawDataHistogram")
                ? forks(metric.getAsJsonArray("rawDataHistogram"), JmhJson::meanOfHistogram)
                : new double[0][],
        metric.has("rawDataHistogram")
            ? samples(metric.getAsJsonArray("rawDataHistogram"))
            : List.of());
  }

  /** One entry per value, ascending, whichever iteration it was recorded in. */
  private static List<JmhMetric.Sampled> samples(JsonArray raw) {
    SortedMap<Double, Long> counts = new TreeMap<>();
    for (JsonElement fork : raw) {
      for (JsonElement iteration : fork.getAsJsonArray()) {
        for (JsonElement bucket : iteration.getAsJsonArray()) {
          long count = whole("a count of samples", bucket.getAsJsonArray().get(1), MOST_SAMPLES);
          if (count > 0) {
            counts.merge(number(bucket.getAsJsonArray().get(0)), count, Long::sum);
          }
        }
      }
    }
    return counts.entrySet().stream()
        .map(entry -> new JmhMetric.Sampled(entry.getKey(), entry.getValue()))
        .toList();
  }

  private interface Score {
    double of(JsonElement iteration);
  }

  private static double[][] forks(JsonArray raw, Score score) {
    double[][] forks = new double[raw.size()][];
    for (int f = 0; f < forks.length; f++) {
      JsonArray iterations = raw.get(f).getAsJsonArray();
      forks[f] = new double[iterations.size()];
      for (int i = 0; i < forks[f].length; i++) {
        forks[f][i] = score.of(iterations.get(i));
      }
    }
    return forks;
  }

  private static double meanOfHistogram(JsonElement iteration) {
    double sum = 0;
    double count = 0;
    for (JsonElement bucket : iteration.getAsJsonArray()) {
      double n = number(bucket.getAsJsonArray().get(1));
      sum += n * number(bucket.getAsJsonArray().get(0));
      count += n;
    }
    return sum / count;
  }

  private static double number(JsonElement value) {
    String text = value.getAsString();
    switch (text) {
      case "NaN":
        return Double.NaN;
      case "+INF":
      case "INF":
        return Double.POSITIVE_INFINITY;
      case "-INF":
        return Double.NEGATIVE_INFINITY;
      default:
        double number = Double.parseDouble(text);
        if (Double.isInfinite(number) && Character.isDigit(text.charAt(text.length() - 1))) {
          throw new ArithmeticException("a number is beyond what a double can hold: " + text);
        }
        return number;
    }
  }
}
