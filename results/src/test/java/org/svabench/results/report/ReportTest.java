package org.svabench.results.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svabench.results.input.BadInput;

class ReportTest {
  private static final Instant TIME = Instant.parse("2026-11-22T07:45:00Z");
  private static final Pattern SCRIPT =
      Pattern.compile("<script([^>]*)>(.*?)</script>", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void theAnswerIsOneSentenceOfExactCountsAndMeasuredRatios() throws IOException {
    String html = Report.of(List.of(ReportedRuns.competing(folder, "abc", TIME, 0.5)), folder);

    assertTrue(
        html.contains(
            "Held against old (one each), new (batched) sends 50 % fewer waits but no fewer"
                + " commands (time x0.50, proven on 2 of 2)."),
        html.substring(html.indexOf("class=\"answer\""), html.indexOf("class=\"answer\"") + 300));
  }

  @Test
  void aNullResultIsSaidAsPlainly() throws IOException {
    Path run = ReportedRuns.competing(folder, "abc", TIME, 1);
    Path json = run.resolve("jmh.json");
    Files.writeString(
        json,
        Files.readString(json).replaceAll("\"waits\":\\{\"score\":\\d+", "\"waits\":{\"score\":8"));

    assertTrue(
        Report.of(List.of(run), folder)
            .contains("new (batched) saves nothing, no command or wait on any topology"));
  }

  @Test
  void chartsHoldTheFiguresOfTheRun() throws IOException {
    JsonObject charts =
        charts(Report.of(List.of(ReportedRuns.competing(folder, "a", TIME, 0.5)), folder));

    JsonObject panel = panel(charts, "answer-chart", 0);
    assertEquals("[\"small\",\"large\"]", panel.get("labels").toString());
    assertEquals(List.of("old commands", "old waits", "new commands", "new waits"), names(panel));
    assertEquals(
        List.of("8", "32", "8", "32", "8", "32", "4", "16"), texts(panel.getAsJsonArray("series")));
    JsonObject score = point(panel(charts, "scores-0", 0), 0, 0);
    assertEquals(100, score.get("y").getAsDouble());
    assertEquals(97.5, score.get("low").getAsDouble());
    assertEquals("100 ns/op \u00b1 2.500", score.get("text").getAsString());
    JsonObject curve = panel(charts, "latency-0", 0);
    assertEquals(List.of("old", "new"), names(curve));
    JsonArray points =
        curve.getAsJsonArray("series").get(0).getAsJsonObject().getAsJsonArray("points");
    assertEquals(
        1000, points.get(points.size() - 1).getAsJsonObject().get("x").getAsDouble(), "rarest");
    assertEquals(
        1000, points.get(points.size() - 1).getAsJsonObject().get("y").getAsDouble(), 0.7, "max");
  }

  @Test
  void sectionsWithoutDataAreAbsent() throws IOException {
    String html = Report.of(List.of(ReportedRuns.hostile(folder)), folder);

    for (String id : List.of("answer", "counts", "scores", "latency", "index", "contention")) {
      assertFalse(html.contains("<section id=\"" + id + "\""), id);
    }
    assertTrue(html.contains("<section id=\"results\""));
    assertTrue(html.contains("<section id=\"about\""));
  }

  @Test
  void hostileNamesStayText() throws IOException {
    String html = Report.of(List.of(ReportedRuns.hostile(folder)), folder);

    assertFalse(html.contains("<script>alert"));
    assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;"));
    assertTrue(html.contains("x".repeat(10_000)));
    assertEquals(4, Pattern.compile("<script").matcher(html).results().count(), "own scripts");
    assertTrue(
        charts(html)
            .toString()
            .contains(ReportedRuns.SHOWN.replace("\\", "\\\\").replace("\"", "\\\"")),
        "charts have the name as it is");
  }

  @Test
  void thePolicyAllowsTheseScriptsAndThisStyleAndNothingElse() throws Exception {
    String html = Report.of(List.of(ReportedRuns.competing(folder, "a", TIME, 0.5)), folder);

    List<String> expected = new ArrayList<>();
    Matcher scripts = SCRIPT.matcher(html);
    while (scripts.find()) {
      if (!scripts.group(1).contains("application/json")) {
        expected.add(hash(scripts.group(2)));
      }
    }
    assertEquals(3, expected.size());
    String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
    assertTrue(
        html.contains(
            "content=\"default-src 'none'; script-src "
                + String.join(" ", expected)
                + "; style-src "
                + hash(style)
                + "; base-uri 'none'; form-action 'none'\""),
        html.substring(0, 600));
    assertFalse(Pattern.compile("<[^>]+ (src|style|on\\w+)=").matcher(markup(html)).find());
    assertFalse(html.contains("sourceMappingURL"));
    assertTrue(html.length() < 1_500_000, html.length() + " characters");
  }

  @Test
  void warningsSayWhatSpoilsTheFigures() throws IOException {
    Path run = ReportedRuns.competing(folder, "a", TIME, 0.5);
    Path record = run.resolve("run.json");
    Files.writeString(
        record,
        Files.readString(record)
            .replace("\"state\": \"finished\"", "\"state\": \"interrupted\"")
            .replace("\"reason\": null", "\"reason\": \"disk full\"")
            .replace("\"cpus\": -1", "\"cpus\": 2")
            .replaceFirst(
                "\"forks\": \\[\\]",
                "\"forks\":[{\"round\":1,\"position\":1,\"startedAt\":\"x\",\"seconds\":1.0,"
                    + "\"load\":5.5,\"stealTicks\":50}]"));

    String html = Report.of(List.of(run), folder);
    assertTrue(html.contains("The run is not complete: interrupted, disk full."));
    assertTrue(
        html.contains(
            "1 of 4 rows are marked with ! and should not be trusted: stolen time 1, other load"
                + " 1."));
    String sentence =
        "hypervisor took 25 % of the CPUs in 1 of 1 forks; other processes kept 4.5 CPUs busy in 1"
            + " of 1 forks";
    assertTrue(html.contains("<td>! 100<td>"), "at the score");
    assertTrue(html.contains("<td>" + sentence), "in its row");
    assertEquals(
        "stolen time 25 %, other load 4.5 CPUs",
        point(panel(charts(html), "scores-0", 0), 0, 0).get("warning").getAsString(),
        "in the chart");
    assertTrue(html.contains("Few forks: 2 forks a row."));
  }

  @Test
  void aReplayIsShownOverTimeAndDamagedOnesAreRefused() throws IOException {
    Path replay =
        Files.writeString(
            folder.resolve("replay.json"),
            """
            {"schemaVersion":1,"trace":"some/where/my.strace","topology":"t","devices":4,"cost":"c",
            "designs":[{"design":"old","commands":10,"waits":5,"exits":0,"askedPages":4,
            "coveredPages":8,"overInvalidation":2.0}],
            "series":{"cut":false,"seconds":[
            {"second":0,"notifications":3,"addedNanos":[1500000]},
            {"second":7,"notifications":1,"addedNanos":[500000]}]}}
            """);
    String html = Report.of(List.of(replay), folder);
    assertTrue(html.contains("Replay of my.strace"));
    assertEquals(
        List.of("1.500 ms", "0.5000 ms"),
        texts(panel(charts(html), "replay-1-time", 0).getAsJsonArray("series")));
    assertEquals(
        List.of("\u00d72"),
        texts(panel(charts(html), "replay-1-pages", 0).getAsJsonArray("series")));

    Files.writeString(replay, Files.readString(replay).replace("\"second\"", "\"sekunde\""));
    assertTrue(
        assertThrows(BadInput.class, () -> Report.of(List.of(replay), folder))
            .getMessage()
            .endsWith("--format json: a field is missing or of the wrong kind"));
  }

  @Test
  void theLargestSuiteIsStillOneFileToMailInFewChartsWithFacets() throws IOException {
    String html = Report.of(List.of(ReportedRuns.large(folder)), folder);

    assertTrue(html.length() < 1_500_000, html.length() + " characters");
    JsonObject charts = charts(html);
    assertTrue(html.contains("896 of 896 rows are marked"), "each has a warning");
    assertTrue(charts.size() <= 20, charts.keySet().toString());
    JsonObject first = panel(charts, "scores-0", 0);
    assertEquals("cost vtd-guest-shadow-0, rate 0%", first.get("facet").getAsString());
    assertEquals(4, first.getAsJsonArray("labels").size());
    assertEquals(7, first.getAsJsonArray("series").size());
  }

  @Test
  void aSimulationIsShownOverCpusAndSaysThatItIsOne() throws IOException {
    Path simulation =
        Files.writeString(
            folder.resolve("sim.json"),
            "{\"schemaVersion\":1,\"rows\":["
                + simulated("a", 1, 100, 0)
                + ","
                + simulated("a", 32, 2500.5, 7)
                + ","
                + simulated("b", 32, 9000, 9)
                + "]}");
    String html = Report.of(List.of(simulation), folder);

    assertTrue(html.contains("Simulated by discrete events"), html);
    assertTrue(html.contains("not measured"), html);
    assertTrue(html.contains("The same in all rows: topology t"), html);
    JsonObject rate = panel(charts(html), "simulation-1-chart", 0);
    assertEquals("notifications per second", rate.get("name").getAsString());
    assertEquals(List.of("a", "b"), names(rate));
    assertEquals(32, point(rate, 0, 1).get("x").getAsDouble());
    assertEquals(2500.5, point(rate, 0, 1).get("y").getAsDouble());
    JsonObject p50 = panel(charts(html), "simulation-1-chart", 2);
    assertFalse(point(p50, 0, 0).has("y"), "a logarithmic axis has no 0");

    Files.writeString(simulation, Files.readString(simulation).replace("perSecond\"", "x\""));
    assertTrue(
        assertThrows(BadInput.class, () -> Report.of(List.of(simulation), folder))
            .getMessage()
            .contains("a field is missing or of the wrong kind"));
  }

  @Test
  void whomASlowDeviceDelaysIsShownAsBars() throws IOException {
    String row =
        """
        {"simulated":true,"seed":1,"topology":"t","design":"%s","cpus":4,"lateNanos":100000000,
        "share":"its mm","delayedCpus":%d,"delayedNotifications":9,"longestBeforeNanos":1000,
        "longestNanos":100000000}""";
    Path slow =
        Files.writeString(
            folder.resolve("slow.json"),
            "{\"schemaVersion\":1,\"rows\":["
                + row.formatted("a", 4)
                + ","
                + row.formatted("b", 1)
                + "]}");
    String html = Report.of(List.of(slow), folder);

    assertTrue(html.contains("Simulated: one slow device"), html);
    JsonObject longest = panel(charts(html), "simulation-1-chart", 0);
    assertEquals("[\"a\",\"b\"]", longest.get("labels").toString());
    assertEquals(100, point(longest, 0, 1).get("y").getAsDouble(), "ms");
    assertEquals(4, point(panel(charts(html), "simulation-1-chart", 2), 0, 0).get("y").getAsInt());
  }

  private static String simulated(String design, int cpus, double rate, long nanos) {
    return String.format(
        java.util.Locale.ROOT,
        """
        {"simulated":true,"seed":1,"topology":"t","design":"%s","cpus":%d,"perSecond":%f,
        "perSecondAndCpu":1,"p50Nanos":%d,"p99Nanos":5,"maxNanos":5,"fullQueues":0}""",
        design,
        cpus,
        rate,
        nanos);
  }

  private static String markup(String html) {
    return SCRIPT.matcher(html).replaceAll("").replaceAll("(?s)<style>.*?</style>", "");
  }

  private static String hash(String text) throws NoSuchAlgorithmException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }

  private static final List<String> FIELDS = List.of("x", "y", "low", "high", "text", "warning");

  /** The data of the charts, points as objects. */
  static JsonObject charts(String html) {
    int start = html.indexOf(">", html.indexOf("id=\"charts\"")) + 1;
    return expanded(html.substring(start, html.indexOf("</script>", start)));
  }

  static JsonObject expanded(String json) {
    JsonObject charts = JsonParser.parseString(json).getAsJsonObject();
    for (String id : charts.keySet()) {
      for (JsonElement panel : charts.getAsJsonObject(id).getAsJsonArray("panels")) {
        for (JsonElement series : panel.getAsJsonObject().getAsJsonArray("series")) {
          JsonArray points = series.getAsJsonObject().getAsJsonArray("points");
          for (int i = 0; i < points.size(); i++) {
            JsonObject point = new JsonObject();
            JsonArray values = points.get(i).getAsJsonArray();
            for (int v = 0; v < values.size(); v++) {
              if (!values.get(v).isJsonNull()) {
                point.add(FIELDS.get(v), values.get(v));
              }
            }
            points.set(i, point);
          }
        }
      }
    }
    return charts;
  }

  static JsonObject panel(JsonObject charts, String id, int index) {
    return charts.getAsJsonObject(id).getAsJsonArray("panels").get(index).getAsJsonObject();
  }

  static JsonObject point(JsonObject panel, int series, int index) {
    return panel
        .getAsJsonArray("series")
        .get(series)
        .getAsJsonObject()
        .getAsJsonArray("points")
        .get(index)
        .getAsJsonObject();
  }

  private static List<String> names(JsonObject panel) {
    return panel.getAsJsonArray("series").asList().stream()
        .map(series -> series.getAsJsonObject().get("name").getAsString())
        .toList();
  }

  private static List<String> texts(JsonArray series) {
    return series.asList().stream()
        .flatMap(s -> s.getAsJsonObject().getAsJsonArray("points").asList().stream())
        .map(p -> p.getAsJsonObject().get(p.getAsJsonObject().has("text") ? "text" : "y"))
        .map(p -> p.getAsString().replaceFirst("\\.0$", ""))
        .toList();
  }
}
