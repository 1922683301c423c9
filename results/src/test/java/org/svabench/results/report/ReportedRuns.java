package org.svabench.results.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
