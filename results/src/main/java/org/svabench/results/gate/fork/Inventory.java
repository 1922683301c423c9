package org.svabench.results.gate.fork;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.ForkLog;
import org.svabench.results.gate.record.Shape;
import org.svabench.results.gate.record.Window;
import org.svabench.results.jmh.JmhJson;
import org.svabench.results.jmh.JmhMetric;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.jmh.ResultKey;

/** What benchmarks a jar has, and one short fork of each of their rows. */
public final class Inventory {
  private static final Pattern NAME = Pattern.compile("[\\w$]+(\\.[\\w$]+)+");
  private static final long LISTING_MILLIS = 60_000;

  /** JMH's own limit of an iteration, after each of which it prints a line. */
  private static final long SILENCE_MILLIS = 600_000;

  private static final long POLL_MILLIS = 1_000;

  private final Bench bench;

  /**
   * Prepares to look at jars.
   *
   * @param bench where
   */
  public Inventory(Bench bench) {
    this.bench = bench;
  }

  /**
   * One row of one jar.
   *
   * @param jmhVersion as JMH names itself
   * @param jvmArguments of the fork, those of the gate included
   * @param fork what the short fork measured
   */
  public record Entry(String jmhVersion, List<String> jvmArguments, ForkLog fork) {}

  /**
   * Lists the benchmarks of a jar by JMH's own {@code -l}.
   *
   * @param arm which side the jar is
   * @param jar the jar
   * @param include JMH pattern
   * @return fully qualified names, empty where no pattern matches
   * @throws ForkCrash if JMH fails
   * @throws IOException if processes or files cannot be made
   * @throws InterruptedException if the bench was stopped
   */
  public List<String> benchmarks(Arm arm, BenchmarkJar jar, String include)
      throws ForkCrash, IOException, InterruptedException {
    Harness harness = bench.start(arm, jar, List.of(include, "-l"), Map.of());
    try {
      if (!harness.await(LISTING_MILLIS)) {
        throw new ForkCrash(arm, "the " + arm.word() + "'s JMH does not list its benchmarks");
      }
      if (harness.exit() != 0) {
        throw new ForkCrash(arm, "the " + arm.word() + "'s JMH failed: " + harness.complaint());
      }
      return harness.output().stream()
          .map(String::strip)
          .filter(line -> NAME.matcher(line).matches())
          .toList();
    } finally {
      bench.end(List.of(harness));
    }
  }

  /**
   * Runs a short fork of every row of a benchmark.
   *
   * @param arm which side the jar is
   * @param jar the jar
   * @param benchmark fully qualified
   * @param parameters values that replace the benchmark's own, separated by commas
   * @param shape of each fork
   * @return rows in JMH's order
   * @throws ForkCrash if JMH or a fork fails
   * @throws IOException if processes or files cannot be made
   * @throws InterruptedException if the bench was stopped
   */
  public Map<ResultKey, Entry> measure(
      Arm arm, BenchmarkJar jar, String benchmark, Map<String, String> parameters, Shape shape)
      throws ForkCrash, IOException, InterruptedException {
    List<String> arguments =
        bench.arguments(arm).onlyBenchmark(benchmark).parameters(parameters).oneFork(shape);
    Harness harness = bench.start(arm, jar, arguments, Map.of());
    try {
      while (!harness.await(POLL_MILLIS)) {
        if (harness.silentFor(SILENCE_MILLIS)) {
          throw new ForkCrash(
              arm, "the " + arm.word() + "'s fork hung: it printed nothing for 10 minutes");
        }
      }
      if (!harness.endedWell()) {
        throw new ForkCrash(arm, "the " + arm.word() + "'s fork failed: " + harness.complaint());
      }
      return entries(harness.result());
    } finally {
      bench.end(List.of(harness));
    }
  }

  private static Map<ResultKey, Entry> entries(Path json) throws IOException {
    List<JmhResult> results = JmhJson.read(json);
    Map<ResultKey, Entry> entries = new LinkedHashMap<>();
    try (Reader reader = Files.newBufferedReader(json)) {
      int i = 0;
      for (JsonElement element : JsonParser.parseReader(reader).getAsJsonArray()) {
        JsonObject raw = element.getAsJsonObject();
        JmhResult result = results.get(i++);
        entries.put(
            result.key(),
            new Entry(
                raw.has("jmhVersion") ? raw.get("jmhVersion").getAsString() : "",
                raw.has("jvmArgs")
                    ? raw.getAsJsonArray("jvmArgs").asList().stream()
                        .map(JsonElement::getAsString)
                        .filter(argument -> !argument.startsWith("-Djava.io.tmpdir="))
                        .collect(Collectors.toList())
                    : List.of(),
                fork(result)));
      }
    }
    return entries;
  }

  private static ForkLog fork(JmhResult result) {
    List<Window> windows = new ArrayList<>();
    for (double[] fork : result.primary().rawData()) {
      for (double score : fork) {
        windows.add(new Window(true, 0, 0, score, score, score));
      }
    }
    return new ForkLog(result.primary().unit(), windows, secondary(result));
  }

  /** Per metric one value per iteration of a result of one fork. */
  static Map<String, double[]> secondary(JmhResult result) {
    Map<String, double[]> values = new TreeMap<>();
    for (Map.Entry<String, JmhMetric> metric : result.secondary().entrySet()) {
      if (metric.getValue().rawData().length == 1) {
        values.put(metric.getKey(), metric.getValue().rawData()[0]);
      }
    }
    return values;
  }
}
