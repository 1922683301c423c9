package org.svabench.results.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svabench.results.input.BadInput;
import org.svabench.results.jmh.JmhJson;

class ExportTest {
  static final String ROWS =
      """
      [{"jmhVersion":"1.37","benchmark":"org.demo.Q.poll","mode":"thrpt","threads":2,"forks":1,
      "jdkVersion":"17.0.15","vmName":"VM","vmVersion":"17+35","jvmArgs":["-Xmx1g"],
      "params":{"size":"64","odd name":"a,b=c \\"d\\\\"},
      "primaryMetric":{"score":4,"scoreError":1,"scoreUnit":"ops/us","rawData":[[3,5]]},
      "secondaryMetrics":{
      "commands":{"score":3.0,"scoreError":"NaN","scoreUnit":"#/op","rawData":[[3.0,3.0]]},
      "waits":{"score":"NaN","scoreError":"NaN","scoreUnit":"#/op","rawData":[[3.0,4.0]]},
      "bind.mean-of-64.p99":{"score":250.0,"scoreError":"NaN","scoreUnit":"ns/op","rawData":[[250.0]]},
      "gc.alloc.rate":{"score":7.5,"scoreError":"NaN","scoreUnit":"MB/sec","rawData":[[7.5]]},
      "gc.alloc.rate.norm":{"score":40.5,"scoreError":"NaN","scoreUnit":"B/op","rawData":[[40.5]]}}},
      {"jmhVersion":"1.37","benchmark":"org.demo.Q.poll","mode":"avgt","threads":1,"forks":1,
      "primaryMetric":{"score":8.5,"scoreError":0.5,"scoreUnit":"us/op","rawData":[[8.0,8.2]]},
      "secondaryMetrics":{}}]
      """;

  @TempDir Path folder;
  private Path file;
  private Path run;

  @BeforeEach
  void aFileAndARun() throws IOException {
    file = Files.writeString(folder.resolve("q.json"), ROWS);
    run =
        ImportedRun.of(
                JmhJson.document(file),
                new ImportedRun.Options(
                    folder.resolve("runs"),
                    "demo",
                    "abc123",
                    Instant.parse("2026-11-22T07:45:00.5Z"),
                    null))
            .path();
  }

  @Test
  void jmhsJsonComesOutAsItWentIn() throws IOException {
    assertArrayEquals(Files.readAllBytes(file), export(run, ExportFormat.JMH).content());
  }

  @Test
  void everyRowOfTheDashboardIsTimeBytesOrEventsPerOperationUnderANameOfItsOwn() {
    JsonArray benches = json(run, ExportFormat.GITHUB_ACTION_BENCHMARK).getAsJsonArray();
    String row = "org.demo.Q.poll size=64 odd name=a,b=c \"d\\ threads=2 [thrpt]";

    assertEquals(
        List.of(
            row,
            row + " bind.mean-of-64.p99",
            row + " commands",
            row + " gc.alloc.rate.norm",
            "org.demo.Q.poll [avgt]"),
        benches.asList().stream().map(b -> b.getAsJsonObject().get("name").getAsString()).toList());
    assertEquals(
        JsonParser.parseString(
            "{'name':'org.demo.Q.poll [avgt]','unit':'ns/op','value':8500.0,"
                + "'range':'8000..9000','extra':'measured: 8.500 us/op'}"),
        benches.get(4));
    JsonObject throughput = benches.get(0).getAsJsonObject();
    assertEquals(250, throughput.get("value").getAsDouble());
    assertEquals("200..333.3", throughput.get("range").getAsString());
    assertEquals("ns/op", throughput.get("unit").getAsString());
  }

  @Test
  void whatIsNotFiniteIsLeftOutAndCounted() {
    assertEquals(1, export(run, ExportFormat.GITHUB_ACTION_BENCHMARK).leftOut());
    assertEquals(1, export(run, ExportFormat.BENCHER).leftOut());
    assertEquals(1, export(run, ExportFormat.OPENMETRICS).leftOut());
    assertEquals(1, export(run, ExportFormat.INFLUX).leftOut());
  }

  @Test
  void bencherGetsItsOwnMeasuresInItsOwnUnits() {
    JsonObject benchmarks = json(run, ExportFormat.BENCHER).getAsJsonObject();

    assertEquals(
        JsonParser.parseString(
            "{'throughput':{'value':4000000.0,'lower_value':3000000.0,'upper_value':5000000.0},"
                + "'bind-mean-of-64-p99':{'value':250.0},'commands':{'value':3.0},"
                + "'gc-alloc-rate-norm':{'value':40.5}}"),
        benchmarks.get("org.demo.Q.poll size=64 odd name=a,b=c \"d\\ threads=2 [thrpt]"));
    assertEquals(
        JsonParser.parseString(
            "{'latency':{'value':8500.0,'lower_value':8000.0,'upper_value':9000.0}}"),
        benchmarks.get("org.demo.Q.poll [avgt]"));
  }

  @Test
  void namesTooLongForBencherAreCutAndStayApart() throws IOException {
    Files.writeString(
        file,
        ROWS.replace("\"64\"", '"' + "x".repeat(2000) + '"')
            .replace("\"params\":{", "\"params\":{\"a\":\"1\",")
            .replace("\"commands\"", '"' + "m".repeat(100) + '"'));

    JsonObject benchmarks = json(file, ExportFormat.BENCHER).getAsJsonObject();
    for (String name : benchmarks.keySet()) {
      assertTrue(name.length() <= 1024, name);
      for (String measure : benchmarks.getAsJsonObject(name).keySet()) {
        assertTrue(measure.length() <= 64, measure);
      }
    }
    assertEquals(2, benchmarks.size());
  }

  @Test
  void openMetricsIsInBaseUnitsWithoutTimesAndEndsWithItsMark() {
    String row =
        "{benchmark=\"org.demo.Q.poll\",mode=\"thrpt\",threads=\"2\","
            + "param_odd_name=\"a,b=c \\\"d\\\\\",param_size=\"64\"";
    assertEquals(
        """
        # TYPE jmh_operation_seconds gauge
        # UNIT jmh_operation_seconds seconds
        # HELP jmh_operation_seconds Time per operation.
        jmh_operation_seconds%1$s} 2.5E-7
        jmh_operation_seconds{benchmark="org.demo.Q.poll",mode="avgt",threads="1"} 8.5E-6
        """
            .formatted(row),
        family("jmh_operation_seconds", text(run, ExportFormat.OPENMETRICS)));
    assertEquals(
        """
        # TYPE jmh_latency_seconds summary
        # UNIT jmh_latency_seconds seconds
        # HELP jmh_latency_seconds Time of a call, quantiles over all forks; of the mean of \
        calls_per_sample calls.
        jmh_latency_seconds%1$s,call="bind",calls_per_sample="64",quantile="0.99"} 2.5E-7
        """
            .formatted(row),
        family("jmh_latency_seconds", text(run, ExportFormat.OPENMETRICS)));
    assertEquals(
        """
        # TYPE jmh_operation_events gauge
        # HELP jmh_operation_events Events per operation.
        jmh_operation_events%1$s,event="commands"} 3
        """
            .formatted(row),
        family("jmh_operation_events", text(run, ExportFormat.OPENMETRICS)));
    assertTrue(text(run, ExportFormat.OPENMETRICS).contains("revision=\"abc123\""));
    assertTrue(text(run, ExportFormat.OPENMETRICS).endsWith("\n# EOF\n"));
    assertTrue(text(file, ExportFormat.OPENMETRICS).endsWith("\n# EOF\n"));
  }

  @Test
  void withTimestampsEverySampleCarriesTheStartOfTheRunInSeconds() throws IOException {
    String text =
        new String(
            ExportFormat.OPENMETRICS
                .export(Exported.of(run), new ExportOptions(true, null))
                .content(),
            StandardCharsets.UTF_8);
    for (String line : text.lines().filter(l -> !l.startsWith("#")).toList()) {
      assertTrue(line.endsWith(" 1795333500.500"), line);
    }
  }

  @Test
  void parametersThatDifferInPunctuationAloneKeepLabelsOfTheirOwn() throws IOException {
    Files.writeString(file, ROWS.replace("\"size\":", "\"odd.name\":"));

    String text = text(file, ExportFormat.OPENMETRICS);
    assertTrue(text.contains("param_odd_name=\"a,b=c"), text);
    assertTrue(text.contains("param_odd_name_2=\"64\""), text);
  }

  @Test
  void influxGetsIntegersForWhatCanOnlyBeOne() {
    assertEquals(
        """
        jmh,benchmark=org.demo.Q.poll,mode=thrpt,odd\\ name=a\\,b\\=c\\ "d,size=64,threads=2 \
        bind.mean-of-64.p99=250.0,commands=3i,error=1.0,forks=1i,gc.alloc.rate=7.5,\
        gc.alloc.rate.norm=40.5,nanos_per_op=250.0,revision="abc123",samples=2i,score=4.0,\
        unit="ops/us" 1795333500500000000
        jmh,benchmark=org.demo.Q.poll,mode=avgt,threads=1 error=0.5,forks=1i,nanos_per_op=8500.0,\
        revision="abc123",samples=2i,score=8.5,unit="us/op" 1795333500500000000
        """,
        text(run, ExportFormat.INFLUX));
  }

  @Test
  void aFileHasNoTimeSoInfluxIsLeftToUseItsOwn() {
    for (String line : text(file, ExportFormat.INFLUX).lines().toList()) {
      assertTrue(line.endsWith("us\"") || line.endsWith("op\""), line);
    }
  }

  @Test
  void whatAFormatCannotHoldIsRefusedInOneLine() {
    assertEquals(
        run + ": nothing was timed call by call: no latency/*.hlog, no sample mode",
        refused(run, ExportFormat.HLOG));
    assertEquals(
        run
            + ": not a gate run; --format junit takes the folder of one, which holds plan.json and"
            + " pairs/",
        refused(run, ExportFormat.JUNIT));
    assertEquals(
        "--format promethus: no such format; there are jmh, csv, github-action-benchmark, bencher,"
            + " openmetrics, influx, junit, hlog, hgrm",
        assertThrows(BadInput.class, () -> ExportFormat.of("promethus")).getMessage());
    assertFalse(
        assertThrows(BadInput.class, () -> Exported.of(folder.resolve("nosuch")))
            .getMessage()
            .contains("\n"));
  }

  private static String family(String name, String text) {
    StringBuilder lines = new StringBuilder();
    text.lines()
        .filter(l -> l.startsWith(name + "{") || l.matches("# [A-Z]+ " + name + " .*"))
        .forEach(l -> lines.append(l).append('\n'));
    return lines.toString();
  }

  private static String refused(Path source, ExportFormat format) {
    return assertThrows(
            BadInput.class, () -> format.export(Exported.of(source), ExportOptions.NONE))
        .getMessage();
  }

  private static Export export(Path source, ExportFormat format) {
    try {
      return format.export(Exported.of(source), ExportOptions.NONE);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(Path source, ExportFormat format) {
    return new String(export(source, format).content(), StandardCharsets.UTF_8);
  }

  private static com.google.gson.JsonElement json(Path source, ExportFormat format) {
    return JsonParser.parseString(text(source, format));
  }
}
