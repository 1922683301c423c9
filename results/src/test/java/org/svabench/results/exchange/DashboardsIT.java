package org.svabench.results.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svabench.results.jmh.JmhJson;

/** Exports as their real consumers take them; each is skipped where its server is missing. */
class DashboardsIT {
  private static final String CONTENT_TYPE =
      "application/openmetrics-text; version=1.0.0; charset=utf-8";
  private static final Instant TIME = Instant.parse("2026-11-22T07:45:00.5Z");

  @TempDir Path folder;
  private Path run;

  @BeforeEach
  void aRun() throws IOException {
    Path file = Files.writeString(folder.resolve("q.json"), ExportTest.ROWS);
    run =
        ImportedRun.of(
                JmhJson.document(file),
                new ImportedRun.Options(folder.resolve("runs"), "demo", "abc123", TIME, null))
            .path();
  }

  @Test
  void prometheusScrapesWhatIsExported() throws IOException, InterruptedException {
    ServerProcess.needs("prometheus", "prometheus");
    byte[] metrics = export(ExportFormat.OPENMETRICS, false);
    HttpServer target =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    target.createContext(
        "/metrics",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
          exchange.sendResponseHeaders(200, metrics.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(metrics);
          }
        });
    target.start();
    Path configuration =
        Files.writeString(
            folder.resolve("prometheus.yml"),
            "scrape_configs:\n- job_name: svabench\n  scrape_interval: 1s\n  static_configs:\n"
                + "  - targets: ['127.0.0.1:"
                + target.getAddress().getPort()
                + "']\n");
    try (ServerProcess prometheus = prometheus(configuration, folder.resolve("tsdb"))) {
      JsonArray times = awaitAnswer(prometheus, "jmh_operation_seconds{mode=\"thrpt\"}");
      JsonObject only = times.get(0).getAsJsonObject();
      assertEquals(1, times.size());
      assertEquals("2.5e-07", value(only));
      assertEquals(
          "a,b=c \"d\\", only.getAsJsonObject("metric").get("param_odd_name").getAsString());
      assertEquals(
          "3",
          value(
              awaitAnswer(prometheus, "jmh_operation_events{event=\"commands\"}")
                  .get(0)
                  .getAsJsonObject()));
      assertEquals(
          "2.5e-07",
          value(
              awaitAnswer(prometheus, "jmh_latency_seconds{quantile=\"0.99\"}")
                  .get(0)
                  .getAsJsonObject()));
      assertEquals(
          "1", value(awaitAnswer(prometheus, "up").get(0).getAsJsonObject()), "scraped whole");
    } finally {
      target.stop(0);
    }
  }

  @Test
  void promtoolFindsNothingToCorrect() throws IOException, InterruptedException {
    ServerProcess.needs("promtool", "prometheus");
    Path metrics = folder.resolve("metrics.txt");
    Files.write(metrics, export(ExportFormat.OPENMETRICS, false));
    Process check =
        new ProcessBuilder("promtool", "check", "metrics")
            .redirectInput(metrics.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, check.waitFor(), said);
  }

  @Test
  void historyGoesIntoPrometheusBlocks() throws IOException, InterruptedException {
    ServerProcess.needs("promtool", "prometheus");
    Path metrics = folder.resolve("history.txt");
    Files.write(metrics, export(ExportFormat.OPENMETRICS, true));
    Path blocks = folder.resolve("blocks");
    Process create =
        new ProcessBuilder(
                "promtool",
                "tsdb",
                "create-blocks-from",
                "openmetrics",
                metrics.toString(),
                blocks.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(create.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, create.waitFor(), said);
    Path none = Files.writeString(folder.resolve("none.yml"), "");
    try (ServerProcess prometheus = prometheus(none, blocks)) {
      String query =
          "/api/v1/query?time="
              + TIME.getEpochSecond()
              + ".6&query="
              + encoded("jmh_operation_seconds{mode=\"avgt\"}");
      assertEquals(
          8.5e-6,
          Double.parseDouble(value(result(prometheus.get(query).body()).get(0).getAsJsonObject())));
    }
  }

  @Test
  void influxTakesEveryLineAndKeepsTheTypes() throws IOException, InterruptedException {
    ServerProcess.needs("influxd", "influxdb");
    int port = ServerProcess.freePort();
    Map<String, String> settings =
        Map.of(
            "INFLUXDB_HTTP_BIND_ADDRESS",
            "127.0.0.1:" + port,
            "INFLUXDB_BIND_ADDRESS",
            "127.0.0.1:" + ServerProcess.freePort(),
            "INFLUXDB_META_DIR",
            folder.resolve("influx/meta").toString(),
            "INFLUXDB_DATA_DIR",
            folder.resolve("influx/data").toString(),
            "INFLUXDB_DATA_WAL_DIR",
            folder.resolve("influx/wal").toString(),
            "INFLUXDB_REPORTING_DISABLED",
            "true");
    Path configuration = Files.writeString(folder.resolve("influxdb.conf"), "");
    try (ServerProcess influx =
        ServerProcess.start(
            port,
            "/ping",
            folder.resolve("influx.log"),
            settings,
            List.of("influxd", "run", "-config", configuration.toString()))) {
      assertEquals(200, influx.post("/query", "q=" + encoded("CREATE DATABASE jmh")).statusCode());
      String lines = new String(export(ExportFormat.INFLUX, false), StandardCharsets.UTF_8);
      for (int twice = 0; twice < 2; twice++) {
        var written = influx.post("/write?db=jmh", lines);
        assertEquals(204, written.statusCode(), written.body());
      }
      String keys = influx.get("/query?db=jmh&q=" + encoded("SHOW FIELD KEYS")).body();
      assertTrue(keys.contains("[\"commands\",\"integer\"]"), keys);
      assertTrue(keys.contains("[\"score\",\"float\"]"), keys);
      String rows =
          influx
              .get("/query?db=jmh&q=" + encoded("SELECT count(score) FROM jmh WHERE time > 0"))
              .body();
      assertTrue(
          rows.contains("\"count\"],\"values\":[[\"1970-01-01T00:00:00.000000001Z\",2]]"),
          "written twice, there once: " + rows);
      String commands =
          influx
              .get(
                  "/query?db=jmh&q="
                      + encoded("SELECT commands FROM jmh WHERE \"odd name\" = 'a,b=c \"d'"))
              .body();
      assertTrue(commands.contains("[\"2026-11-22T07:45:00.5Z\",3]"), commands);
    }
  }

  private ServerProcess prometheus(Path configuration, Path storage)
      throws IOException, InterruptedException {
    int port = ServerProcess.freePort();
    return ServerProcess.start(
        port,
        "/-/ready",
        folder.resolve("prometheus.log"),
        Map.of(),
        List.of(
            "prometheus",
            "--config.file=" + configuration,
            "--storage.tsdb.path=" + storage,
            "--storage.tsdb.retention.time=100y",
            "--web.listen-address=127.0.0.1:" + port));
  }

  private static JsonArray awaitAnswer(ServerProcess prometheus, String query)
      throws IOException, InterruptedException {
    for (int tries = 0; tries < 600; tries++) {
      JsonArray result = result(prometheus.get("/api/v1/query?query=" + encoded(query)).body());
      if (!result.isEmpty()) {
        return result;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new AssertionError("no answer to " + query);
  }

  private static JsonArray result(String answer) {
    return JsonParser.parseString(answer)
        .getAsJsonObject()
        .getAsJsonObject("data")
        .getAsJsonArray("result");
  }

  private static String value(JsonObject sample) {
    return sample.getAsJsonArray("value").get(1).getAsString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private byte[] export(ExportFormat format, boolean timestamps) throws IOException {
    return format.export(Exported.of(run), new ExportOptions(timestamps, null)).content();
  }
}
