package org.svabench.results.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The charts of a report as PNG files, for a page that cannot hold the report itself, and the whole
 * page as a desk, a desk at night and a phone show it, to be looked at. Needs a Chromium.
 */
final class ReportFigures {
  private static final int WIDTH = 1000;

  private ReportFigures() {}

  /**
   * Makes the files.
   *
   * @param arguments the report and the folder for the files
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 2) {
      System.err.println("usage: ReportFigures REPORT.html DIR");
      System.exit(2);
    }
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    Path profile = Files.createTempDirectory("chromium");
    try (Browser browser = Browser.startOrSkip(profile)) {
      make(browser, Path.of(arguments[0]).toAbsolutePath(), folder);
    }
    System.exit(0);
  }

  static List<String> make(Browser browser, Path report, Path folder) throws IOException {
    browser.colours("light");
    browser.size(WIDTH, 900);
    browser.open(report);
    List<String> ids =
        browser
            .evaluate("[...document.querySelectorAll('.chart')].map(c => c.dataset.chart)")
            .getAsJsonArray()
            .asList()
            .stream()
            .map(JsonElement::getAsString)
            .toList();
    // What can only be pressed, and what opens, has no place in a picture.
    browser.evaluate(
        "document.querySelectorAll('.tools,details').forEach(e => { e.hidden = true;"
            + " e.style.display = 'none'; })");
    for (String id : ids) {
      browser.picture(
          box(browser, "document.getElementById('" + id + "')"), 2, folder.resolve(id + ".png"));
    }
    page(browser, report, "light", 1280, folder.resolve("page-light.png"));
    page(browser, report, "dark", 1280, folder.resolve("page-dark.png"));
    page(browser, report, "light", 360, folder.resolve("page-phone.png"));
    return ids;
  }

  private static void page(Browser browser, Path report, String colours, int width, Path file)
      throws IOException {
    browser.colours(colours);
    browser.size(width, 900);
    browser.open(report);
    browser.picture(box(browser, "document.documentElement"), 1, file);
  }

  private static JsonObject box(Browser browser, String element) {
    return browser
        .evaluate(
            "(() => { const r = "
                + element
                + ".getBoundingClientRect(); return {x: r.left + scrollX, y: r.top + scrollY,"
                + " width: r.width, height: r.height}; })()")
        .getAsJsonObject();
  }
}
