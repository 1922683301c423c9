package org.svabench.results.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svabench.results.input.BadInput;

class SiteTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  @TempDir Path folder;

  @Test
  void aSiteGrowsByOneRunAtATimeWithoutTheEarlierOnes() throws IOException {
    Path site = folder.resolve("site");
    Path first = run(1, 0.5);
    assertEquals(1, Site.add(site, List.of(first)));
    Files.move(first, folder.resolve("gone"));
    assertEquals(2, Site.add(site, List.of(run(2, 0.5))));
    assertEquals(2, Site.add(site, List.of(run(2, 0.5))), "the same run again");

    String index = Files.readString(site.resolve("index.html"));
    for (int day = 1; day <= 2; day++) {
      String name = "2026110" + (day + 1) + "T000000Z-demo";
      assertTrue(index.contains("href=\"runs/" + name + ".html\""), name);
      assertTrue(
          Files.readString(site.resolve("runs/" + name + ".html"))
              .contains("href=\"../index.html\""));
    }
    assertTrue(index.contains("No change was found in 4 lines."));
    assertTrue(index.contains("latest: 20261103T000000Z-demo, revision rev2"));
  }

  @Test
  void aSlowDownInTheHistoryIsMarkedAtTheRunThatBroughtIt() throws IOException {
    List<Path> runs = new ArrayList<>();
    Random noise = new Random(7);
    for (int day = 0; day < 24; day++) {
      double factor = (day < 13 ? 0.5 : 0.6) * (1 + 0.02 * noise.nextGaussian());
      runs.add(run(day, factor));
    }

    String html = Report.of(runs, folder);
    JsonObject panel = ReportTest.panel(ReportTest.charts(html), "history-0", 0);
    JsonArray marks = panel.getAsJsonArray("marks");
    assertEquals(1, marks.size(), marks.toString());
    assertEquals(12.5, marks.get(0).getAsJsonObject().get("x").getAsDouble());
    String text = marks.get(0).getAsJsonObject().get("text").getAsString();
    assertTrue(text.startsWith("new: time \u00d7"), text);
    assertEquals(1.2, Double.parseDouble(text.substring("new: time \u00d7".length())), 0.03, text);
    assertEquals("\"rev13\"", panel.getAsJsonArray("labels").get(13).toString());
    assertTrue(html.contains("<a href=\"20261114T000000Z-demo\">20261114T000000Z-demo</a>"));
  }

  @Test
  void anExactCountThatChangesIsAChangeWithoutATest() throws IOException {
    Path before = run(1, 0.5);
    Path after = run(2, 0.5);
    Path json = after.resolve("jmh.json");
    Files.writeString(
        json,
        Files.readString(json)
            .replaceFirst("\"commands\":\\{\"score\":8", "\"commands\":{\"score\":9"));

    String html = Report.of(List.of(after, before), folder);
    assertTrue(html.contains("commands 8 \u2192 9"));
    assertTrue(html.contains("1 changes in 4 lines"));
  }

  @Test
  void aHistoryOfMixedBlackholesSaysSoAtTheFiguresAndAtTheChanges() throws IOException {
    Path before = run(1, 0.5);
    Path after = run(2, 0.5);
    Path json = before.resolve("jmh.json");
    Files.writeString(
        json,
        Files.readString(json)
            .replace("\"jdkVersion\":\"17\"", "\"jdkVersion\":\"11\"")
            .replaceFirst("\"commands\":\\{\"score\":8", "\"commands\":{\"score\":9"));
    String mixed = "blackholes mixed: by compiler here, by calls in the run before";

    Path site = folder.resolve("site");
    Site.add(site, List.of(before));
    Site.add(site, List.of(after));
    for (String html :
        List.of(
            Report.of(List.of(before, after), folder),
            Files.readString(site.resolve("index.html")))) {
      assertEquals(1 + 4, html.split(mixed, -1).length - 1, "a change and four figures");
    }
    assertFalse(Report.of(List.of(run(3, 0.5), after), folder).contains("blackholes mixed"));
  }

  @Test
  void oneRunHasNoHistory() throws IOException {
    assertFalse(Report.of(List.of(run(1, 0.5)), folder).contains("id=\"history\""));
  }

  @Test
  void aDamagedFileOfTheSiteIsRefusedAndTheIndexStays() throws IOException {
    Path site = folder.resolve("site");
    Site.add(site, List.of(run(1, 0.5)));
    String index = Files.readString(site.resolve("index.html"));
    Path damaged = Files.writeString(site.resolve("data/x.json"), "{\"schemaVersion\":2}");

    assertEquals(
        damaged + ": schemaVersion 2; this version of svabench reads 1",
        assertThrows(BadInput.class, () -> Site.add(site, List.of(run(2, 0.5)))).getMessage());
    assertEquals(index, Files.readString(site.resolve("index.html")));
  }

  private Path run(int day, double factor) throws IOException {
    Path run =
        ReportedRuns.competing(
            Files.createDirectories(folder.resolve("day" + day + "-" + System.nanoTime())),
            "rev" + day,
            START.plus(Duration.ofDays(day)),
            factor);
    Path here = folder.resolve(run.getFileName());
    if (Files.exists(here)) {
      return run;
    }
    return Files.move(run, here);
  }
}
