package org.svabench.results.report;

import com.google.gson.Gson;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.svabench.results.report.Section.Exhibit;

/**
 * The page as one file: nothing is fetched, and the policy in its head lets the browser run these
 * very scripts and styles alone, by their hashes. Text goes through a template that escapes it;
 * chart data goes in as JSON whose angle brackets are escaped.
 */
final class HtmlPage {
  private static final String CHART_JS =
      "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js";
  private static final String ZOOM =
      "/META-INF/resources/webjars/chartjs-plugin-zoom/2.2.0/dist/chartjs-plugin-zoom.min.js";

  private static final Pattern TURNING = Pattern.compile("[\u202a-\u202e\u2066-\u2069]");

  /** HTML-safe: what could end a script element is escaped. */
  private static final Gson SAFE = new Gson();

  /**
   * A script or style with the hash that the page's policy names.
   *
   * @param text its content
   * @param hash as a source expression
   */
  record Inline(String text, String hash) {
    static Inline of(String text) {
      try {
        byte[] digest =
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return new Inline(text, "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /**
   * What the template is filled with.
   *
   * @param title of the page
   * @param subtitle when, what, where
   * @param answer a sentence, empty where there is none
   * @param hero the chart at the top, null where there is none
   * @param warnings what to know first
   * @param sections in order
   * @param nav links to other pages
   */
  record Content(
      String title,
      String subtitle,
      String answer,
      Exhibit hero,
      List<String> warnings,
      List<Section> sections,
      List<Link> nav) {
    boolean answered() {
      return hero != null || !answer.isEmpty();
    }
  }

  /**
   * A link.
   *
   * @param text what it says
   * @param href where it leads
   */
  record Link(String text, String href) {}

  private HtmlPage() {}

  static String render(Content content) {
    Map<String, Chart> charts = new LinkedHashMap<>();
    if (content.hero() != null) {
      charts.put(content.hero().id(), content.hero().chart());
    }
    for (Section section : content.sections()) {
      for (Exhibit exhibit : section.exhibits()) {
        if (exhibit.drawn()) {
          charts.put(exhibit.id(), exhibit.chart());
        }
      }
    }
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("content", content);
    page.put("style", Inline.of(own("report.css")));
    page.put(
        "scripts",
        charts.isEmpty()
            ? List.of()
            : List.of(
                Inline.of(resource(CHART_JS)),
                Inline.of(resource(ZOOM)),
                Inline.of(own("report.js"))));
    page.put("charts", visible(SAFE.toJson(charts), "\\\\\\\\u"));
    return visible(template().execute(page), "\\\\u");
  }

  /**
   * Shows the characters that would turn the order of all text behind them as what they are. Texts
   * that run from right to left by their letters are not touched.
   */
  private static String visible(String text, String escape) {
    return TURNING
        .matcher(text)
        .replaceAll(found -> escape + Integer.toHexString(found.group().charAt(0)));
  }

  private static Template template() {
    return Mustache.compiler()
        .escapeHTML(true)
        .nullValue("")
        .emptyStringIsFalse(true)
        .withLoader(name -> new java.io.StringReader(own(name + ".html")))
        .compile(own("report.html"));
  }

  private static String own(String name) {
    return resource("/org/svabench/results/report/" + name);
  }

  private static String resource(String name) {
    try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + ": not on the class path");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      // A browser's tools would look for the map beside the page.
      return text.replaceAll("//# sourceMappingURL=\\S+", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
