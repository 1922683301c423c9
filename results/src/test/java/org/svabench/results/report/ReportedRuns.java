package org.svabench.results.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.svabench.results.exchange.ImportedRun;
import org.svabench.results.jmh.JmhJson;
import org.svabench.results.latency.FileNames;
import org.svabench.results.run.ComparisonRecord;
import org.svabench.results.run.LatencyFiles;

/** Makes run folders with figures that are easy to check. */
final class ReportedRuns {
  static final String HOSTILE = "<script>alert(1)</script>\"'&`= \u202eabc";

  /** Its override of the direction is shown, not obeyed. */
  static final String SHOWN = HOSTILE.replace("\u202e", "\\u202e");

  private static final ComparisonRecord COMPARISON =
      new ComparisonRecord(
          "design", "old", List.of(), meanings(), "topology", "org.demo.Empty.nothing");

  private ReportedRuns() {}

  private static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    meanings.put("old", "one each");
    meanings.put("new", "batched");
    return meanings;
  }

  /** Two designs on two topologies; {@code new} sends half the waits and takes {@code factor}. */
  static Path competing(Path parent, String revision, Instant time, double factor)
      throws IOException {
    StringBuilder json = new StringBuilder("[");
    for (String topology : List.of("small", "large")) {
      long commands = topology.equals("small") ? 8 : 32;
      json.append(row("org.demo.N.notify", topology, "old", 100, commands, commands)).append(",\n");
      json.append(row("org.demo.N.notify", topology, "new", 100 * factor, commands, commands / 2));
      json.append(topology.equals("small") ? ",\n" : "]");
    }
    Path file = Files.writeString(Files.createTempFile(parent, "jmh", ".json"), json);
    Path run =
        ImportedRun.of(
                JmhJson.document(file),
                new ImportedRun.Options(parent, "demo", revision, time, COMPARISON))
            .path();
    Files.delete(file);
    Histogram histogram = new Histogram(3);
    for (int i = 1; i <= 1000; i++) {
      histogram.recordValue(i * 64);
    }
    LatencyFiles latency = new LatencyFiles(Files.createDirectories(run.resolve("latency")));
    for (String design : List.of("old", "new")) {
      latency.write(
          FileNames.ofRow("org.demo.N.notify", Map.of("topology", "small"))
              + "_design="
              + design
              + ".notify.mean-of-64",
          64,
          List.of(histogram));
    }
    return run;
  }

  private static String row(
      String benchmark, String topology, String design, double score, long commands, long waits) {
    return String.format(
        Locale.ROOT,
        """
        {"jmhVersion":"1.37","benchmark":"%s","mode":"avgt","threads":1,"forks":2,
        "jdkVersion":"17","params":{"topology":"%s","design":"%s"},
        "primaryMetric":{"score":%f,"scoreError":2.5,"scoreUnit":"ns/op",
        "rawData":[[%f,%f],[%f,%f]]},
        "secondaryMetrics":{
        "commands":{"score":%d,"scoreUnit":"#/op","rawData":[[%d]]},
        "waits":{"score":%d,"scoreUnit":"#/op","rawData":[[%d]]}}}\
        """,
        benchmark,
        topology,
        design,
        score,
        score,
        score + 1,
        score - 1,
        score,
        commands,
        commands,
        waits,
        waits);
  }

  /** As many rows as the largest suite has, half of them timed call by call; each is doubted. */
  static Path large(Path parent) throws IOException {
    List<String> rows = new ArrayList<>();
    Map<String, Map<String, String>> timed = new LinkedHashMap<>();
    Random random = new Random(1);
    for (int variant = 0; variant < 32; variant++) {
      for (String topology :
          List.of("spr-2s-dsa-iaa", "spr-1s-dsa", "guest-1viommu:4", "guest-1viommu:16")) {
        for (String design :
            List.of("old", "new", "vtd-6.10", "vtd-6.12", "vtd-6.14", "vtd-7.1", "vtd-bitset")) {
          String benchmark = "org.demo.NotificationLatency.loop" + variant / 8;
          Map<String, String> params = new LinkedHashMap<>();
          params.put("cost", "vtd-guest-shadow-" + variant % 2);
          params.put("rate", variant % 8 / 2 * 25 + "%");
          params.put("topology", topology);
          params.put("design", design);
          double score = 100 + 900 * random.nextDouble();
          rows.add(
              row(benchmark, topology, design, score, variant + 1, variant + 1)
                  .replace(
                      "\"params\":{",
                      "\"params\":{\"cost\":\""
                          + params.get("cost")
                          + "\",\"rate\":\""
                          + params.get("rate")
                          + "\",")
                  .replace("\"rawData\":[[", "\"rawData\":[[1,1],["));
          if (variant % 2 == 0) {
            timed.put(FileNames.ofRow(benchmark, params), params);
          }
        }
      }
    }
    Path file = Files.writeString(parent.resolve("large.json"), "[" + String.join(",", rows) + "]");
    Path run =
        ImportedRun.of(
                JmhJson.document(file),
                new ImportedRun.Options(parent, "large", "r", Instant.EPOCH, COMPARISON))
            .path();
    LatencyFiles latency = new LatencyFiles(Files.createDirectories(run.resolve("latency")));
    for (String name : timed.keySet()) {
      Histogram histogram = new Histogram(3);
      for (int i = 0; i < 2000; i++) {
        histogram.recordValue(100 + (long) (50 * Math.exp(3 * random.nextGaussian())));
      }
      for (String call : List.of("service", "response")) {
        latency.write(name + "." + call, 1, List.of(histogram));
      }
    }
    return run;
  }

  /** Anybody's JMH JSON with names that try to break out of the page. */
  static Path hostile(Path folder) throws IOException {
    String name = HOSTILE.replace("\"", "\\\"");
    return Files.writeString(
        folder.resolve("hostile.json"),
        """
        [{"benchmark":"org.demo.%1$s.m","mode":"thrpt","params":{"%1$s":"%1$s"},
        "primaryMetric":{"score":41.5,"scoreError":"NaN","scoreUnit":"ops/us","rawData":[[41.5]]}},
        {"benchmark":"org.demo.Long.m","mode":"avgt","params":{"text":"%2$s"},
        "primaryMetric":{"score":1.5,"scoreError":0.5,"scoreUnit":"<b>/op","rawData":[[1.5]]}}]
        """
            .formatted(name, "x".repeat(10_000)));
  }
}
