package org.svabench.results.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svabench.results.jmh.JmhJson;

/** The example dashboards are JSON, and ask for nothing that is not exported. */
class GrafanaDashboardsTest {
  private static final Path DOCS = Path.of("docs");

  @TempDir Path folder;

  @Test
  void thePrometheusDashboardAsksForExportedFamiliesAlone() throws IOException {
    Set<String> asked = new TreeSet<>();
    for (String query : queries("grafana-prometheus.json", "expr")) {
      Matcher family = Pattern.compile("\\bjmh_\\w+").matcher(query);
      while (family.find()) {
        asked.add(family.group());
      }
    }
    Set<String> exported = new HashSet<>();
    text(ExportFormat.OPENMETRICS)
        .lines()
        .filter(line -> line.startsWith("# TYPE "))
        .forEach(line -> exported.add(line.split(" ")[2]));

    assertTrue(asked.size() >= 5, asked.toString());
    assertTrue(exported.containsAll(asked), asked + " of " + exported);
  }

  @Test
  void theInfluxDashboardAsksForTheMeasurementThatIsExported() throws IOException {
    List<String> queries = queries("grafana-influxdb.json", "query");

    assertEquals(4, queries.size());
    for (String query : queries) {
      assertTrue(query.matches("SELECT .+ FROM jmh WHERE .+"), query);
    }
    assertTrue(text(ExportFormat.INFLUX).startsWith("jmh,"));
    assertTrue(text(ExportFormat.INFLUX).contains("nanos_per_op="));
  }

  private static List<String> queries(String file, String field) throws IOException {
    JsonObject dashboard =
        JsonParser.parseString(Files.readString(DOCS.resolve(file))).getAsJsonObject();
    List<String> queries = new ArrayList<>();
    for (JsonElement panel : dashboard.getAsJsonArray("panels")) {
      for (JsonElement target : panel.getAsJsonObject().getAsJsonArray("targets")) {
        queries.add(target.getAsJsonObject().get(field).getAsString());
      }
    }
    return queries;
  }

  private String text(ExportFormat format) throws IOException {
    Path file = Files.writeString(folder.resolve("q.json"), ExportTest.ROWS);
    Path run =
        ImportedRun.of(
                JmhJson.document(file),
                new ImportedRun.Options(
                    folder, "demo", "abc", Instant.parse("2026-11-22T07:45:00Z"), null))
            .path();
    return new String(
        format.export(Exported.of(run), ExportOptions.NONE).content(), StandardCharsets.UTF_8);
  }
}
