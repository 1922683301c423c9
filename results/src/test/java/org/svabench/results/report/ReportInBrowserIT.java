package org.svabench.results.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a browser shows it. Skipped where there is no Chromium. */
class ReportInBrowserIT {
  private static final int RIGHT = 39;

  @TempDir static Path folder;

  private static Browser browser;
  private static Path report;
  private static Path hostile;
  private static Path large;
  private static Path site;

  @BeforeAll
  static void pages() throws IOException, InterruptedException {
    Path run = ReportedRuns.competing(folder, "abc", Instant.parse("2026-11-22T07:45:00Z"), 0.5);
    report = Files.writeString(folder.resolve("report.html"), Report.of(List.of(run), folder));
    hostile =
        Files.writeString(
            folder.resolve("hostile.html"),
            Report.of(List.of(ReportedRuns.hostile(folder)), folder));
    large =
        Files.writeString(
            folder.resolve("large.html"), Report.of(List.of(ReportedRuns.large(folder)), folder));
    site = folder.resolve("site");
    for (int day = 1; day <= 8; day++) {
      Instant time = Instant.parse("2026-11-0" + day + "T07:45:00Z");
      Path one = ReportedRuns.competing(folder, "rev" + day, time, day < 5 ? 0.5 : 0.75);
      Site.add(site, List.of(one));
    }
    browser = Browser.startOrSkip(folder.resolve("profile"));
  }

  @AfterAll
  static void end() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void aDesk() {
    browser.colours("light");
    browser.size(1280, 900);
  }

  @Test
  void nothingIsComplainedAboutAndNothingLeavesTheFile() {
    browser.open(report);
    assertTrue(count(".chart canvas") >= 3, "charts were drawn");

    assertEquals(List.of(), browser.complaints());
    assertEquals(List.of(report.toUri().toString()), browser.requests());
  }

  @Test
  void everyChartHasPixels() {
    browser.open(report);

    for (JsonElement share : drawnShares()) {
      assertTrue(share.getAsDouble() > 0.005, "share of pixels drawn: " + share);
    }
  }

  @Test
  void whatAPointerReadsIsTheFigureOfTheRun() {
    browser.open(report);
    pointAt("answer-chart", 0, 0);
    assertTrue(tip("answer-chart").contains("old commands: 8"), tip("answer-chart"));
    pointAt("answer-chart", 3, 1);
    assertTrue(tip("answer-chart").contains("new waits: 16"), tip("answer-chart"));
    pointAt("scores-0", 0, 0);
    assertTrue(tip("scores-0").contains("old: 100 ns/op \u00b1 2.500"), tip("scores-0"));
  }

  @Test
  void everyChartDrawsTheFiguresOfTheRunAndNoOthers() {
    browser.open(report);
    JsonObject charts =
        ReportTest.expanded(
            browser.evaluate("document.getElementById('charts').textContent").getAsString());
    int figures = 0;
    for (String id : charts.keySet()) {
      JsonArray series = ReportTest.panel(charts, id, 0).getAsJsonArray("series");
      for (int s = 0; s < series.size(); s++) {
        JsonArray points = series.get(s).getAsJsonObject().getAsJsonArray("points");
        JsonArray drawn =
            browser
                .evaluate(
                    "document.querySelector('[data-chart=\""
                        + id
                        + "\"]').$chart.data.datasets["
                        + s
                        + "].data.map(d => d !== null && typeof d === 'object' ? d.y : d)")
                .getAsJsonArray();
        assertEquals(points.size(), drawn.size(), id);
        for (int i = 0; i < drawn.size(); i++, figures++) {
          assertEquals(
              points.get(i).getAsJsonObject().get("y").getAsDouble(),
              drawn.get(i).getAsDouble(),
              id);
        }
      }
    }
    assertTrue(figures > 50, figures + " figures compared");
  }

  @Test
  void theKeyboardReadsValuesAndHidesSeries() {
    browser.open(report);
    browser.evaluate("document.querySelector('[data-chart=\"answer-chart\"] canvas').focus()");
    browser.key("ArrowRight", RIGHT);
    assertTrue(tip("answer-chart").contains("old commands: 8"), tip("answer-chart"));
    browser.key("ArrowRight", RIGHT);
    assertTrue(tip("answer-chart").contains("old commands: 32"), tip("answer-chart"));

    browser.evaluate(
        "document.querySelector('[data-chart=\"answer-chart\"] .legend button').focus()");
    browser.key("Enter", 13);
    assertEquals(
        "false",
        browser
            .evaluate(
                "document.querySelector('[data-chart=\"answer-chart\"] .legend button')"
                    + ".getAttribute('aria-pressed')")
            .getAsString());
    assertEquals(
        false,
        browser
            .evaluate(
                "document.querySelector('[data-chart=\"answer-chart\"]').$chart.isDatasetVisible(0)")
            .getAsBoolean());
  }

  @Test
  void zoomNarrowsTheAxisAndResetWidensItAgain() {
    browser.open(report);
    double before = axisEnd();
    click("Zoom in");
    assertTrue(axisEnd() < before, before + " -> " + axisEnd());
    click("Reset zoom");
    assertEquals(before, axisEnd());
  }

  @Test
  void darkColoursFollowTheSystemAndTheButton() {
    browser.open(report);
    String light = background();
    browser.colours("dark");
    String dark = background();
    assertNotEquals(light, dark);
    browser.await("document.getElementById('theme').textContent === 'Light'");
    browser.evaluate("document.getElementById('theme').click()");
    assertEquals(light, background());
    for (JsonElement share : drawnShares()) {
      assertTrue(share.getAsDouble() > 0.005, "share of pixels drawn: " + share);
    }
  }

  @Test
  void aPhoneShowsItWithoutScrollingSideways() {
    browser.size(360, 740);
    for (Path page : List.of(report, hostile)) {
      browser.open(page);
      browser.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
      assertEquals(
          360, browser.evaluate("document.scrollingElement.scrollWidth").getAsInt(), "" + page);
      assertEquals(List.of(), browser.complaints());
    }
  }

  @Test
  void aSiteShowsItsHistoryAndLeadsToTheRunsAndBack() {
    browser.open(site.resolve("index.html"));
    assertEquals(List.of(), browser.complaints());
    assertEquals(1, browser.requests().size(), browser.requests().toString());
    for (JsonElement share : drawnShares()) {
      assertTrue(share.getAsDouble() > 0.005, "share of pixels drawn: " + share);
    }
    assertEquals(
        8,
        browser
            .evaluate(
                "document.querySelector('[data-chart=\"history-0\"]').$chart.data.datasets[0]"
                    + ".data.length")
            .getAsInt());

    browser.evaluate("document.querySelector('#all-runs a').click()");
    browser.await(
        "document.readyState === 'complete' && location.href.endsWith('20261108T074500Z-demo.html')");
    assertTrue(count(".chart canvas") >= 3, "the run's own charts");
    browser.evaluate("document.querySelector('nav a').click()");
    browser.await("document.readyState === 'complete' && location.href.endsWith('index.html')");
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void aLargeRunIsReadByFacetAndItsTablesByFilter() {
    browser.open(large);
    assertEquals(List.of(), browser.complaints());
    String chart = "document.querySelector('[data-chart=\"scores-0\"]')";
    browser.evaluate(
        "(() => { const s = "
            + chart
            + ".querySelector('select'); s.value = 3; s.dispatchEvent(new Event('change')); })()");
    assertEquals(
        "cost vtd-guest-shadow-1, rate 25%",
        browser.evaluate(chart + ".$chart.$panel.facet").getAsString());
    assertEquals(
        "score", browser.evaluate(chart + ".$chart.$panel.name").getAsString(), "kept as it was");

    browser.evaluate(
        "(() => { const i = document.querySelector('#scores-0 .filter'); i.value = 'vtd-7.1 VIOMMU:4';"
            + " i.dispatchEvent(new Event('input')); })()");
    assertEquals(
        8, count("#scores-0 tbody tr:not([hidden])"), "one per variant of four times seven rows");
  }

  @Test
  void aBarThatShouldNotBeTrustedSaysSoToThePointer() {
    browser.open(large);
    pointAt("scores-0", 0, 0);
    assertTrue(tip("scores-0").contains("! forks differ"), tip("scores-0"));
  }

  @Test
  void hostileNamesAreShownAsText() {
    browser.open(hostile);

    assertEquals(List.of(), browser.complaints());
    assertEquals(List.of(hostile.toUri().toString()), browser.requests());
    String text = browser.evaluate("document.body.textContent").getAsString();
    assertTrue(text.contains(ReportedRuns.SHOWN));
    assertTrue(text.contains("x".repeat(10_000)));
    assertEquals(4, count("script"));
    pointAt("results-0", 0, 0);
    assertTrue(tip("results-0").contains("41.50 ops/us"), tip("results-0"));
  }

  @Test
  void everyChartIsNamedAndEveryControlHasAName() {
    browser.open(report);
    assertEquals(
        0,
        browser
            .evaluate(
                "[...document.querySelectorAll('canvas')].filter(c => !c.getAttribute('aria-label')"
                    + " || c.getAttribute('role') !== 'img' || c.tabIndex !== 0).length")
            .getAsInt());
    assertEquals(
        0,
        browser
            .evaluate(
                "[...document.querySelectorAll('button')].filter(b => !b.textContent.trim()"
                    + " && !b.getAttribute('aria-label')).length")
            .getAsInt());
    assertEquals(count(".chart"), count(".chart + details table"), "a table under every chart");
  }

  private static JsonObject json(String expression) {
    return browser.evaluate(expression).getAsJsonObject();
  }

  private static int count(String selector) {
    return browser.evaluate("document.querySelectorAll('" + selector + "').length").getAsInt();
  }

  /** Per chart, the share of its pixels that are not transparent. */
  private static JsonArray drawnShares() {
    return browser
        .evaluate(
            "[...document.querySelectorAll('.chart canvas')].map(c => {"
                + "const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
                + "let n = 0; for (let i = 3; i < d.length; i += 4) if (d[i]) n++;"
                + "return n / (c.width * c.height); })")
        .getAsJsonArray();
  }

  private static String background() {
    return browser.evaluate("getComputedStyle(document.body).backgroundColor").getAsString();
  }

  private static double axisEnd() {
    return browser
        .evaluate("document.querySelector('[data-chart=\"scores-0\"]').$chart.scales.x.max")
        .getAsDouble();
  }

  private static void click(String label) {
    browser.evaluate(
        "document.querySelector('[data-chart=\"scores-0\"] [aria-label=\""
            + label
            + "\"]').click()");
  }

  /** Moves the pointer to the middle of a bar. */
  private static void pointAt(String chart, int series, int index) {
    JsonObject at =
        json(
            "(() => { const h = document.querySelector('[data-chart=\""
                + chart
                + "\"]'); h.scrollIntoView({behavior: 'instant', block: 'center'});"
                + "const r = h.querySelector('canvas').getBoundingClientRect();"
                + "const p = h.$chart.getDatasetMeta("
                + series
                + ").data["
                + index
                + "].getCenterPoint(); return {x: r.left + p.x, y: r.top + p.y}; })()");
    browser.mouse(at.get("x").getAsDouble(), at.get("y").getAsDouble());
    browser.await(
        "document.querySelector('[data-chart=\""
            + chart
            + "\"] .tip').style.visibility === 'visible'");
  }

  private static String tip(String chart) {
    return browser
        .evaluate("document.querySelector('[data-chart=\"" + chart + "\"] .tip').innerText")
        .getAsString();
  }
}
