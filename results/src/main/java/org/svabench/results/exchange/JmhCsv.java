package org.svabench.results.exchange;

import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.svabench.results.exchange.Exported.Figure;
import org.svabench.results.jmh.JmhMetric;
import org.svabench.results.jmh.JmhResult;

/**
 * JMH's CSV, as {@code -rf csv} writes it, lines ended by CR LF (source: JMH 1.37, {@code
 * XSVResultFormat}), with a point in numbers whatever the locale.
 */
final class JmhCsv {
  private static final Pattern QUOTED = Pattern.compile("[, \n\r\"]");

  private JmhCsv() {}

  static Export export(Exported source, ExportOptions options) {
    SortedSet<String> params = new TreeSet<>();
    for (JmhResult result : source.results()) {
      params.addAll(result.params().keySet());
    }
    StringBuilder text = new StringBuilder();
    text.append("\"Benchmark\",\"Mode\",\"Threads\",\"Samples\",\"Score\"");
    text.append(",\"Score Error (99.9%)\",\"Unit\"");
    params.forEach(name -> text.append(",\"Param: ").append(name).append('"'));
    text.append("\r\n");
    for (Figure figure : source.figures()) {
      line(figure, params, text);
    }
    return Export.of(text.toString(), 0);
  }

  private static void line(Figure figure, SortedSet<String> params, StringBuilder text) {
    text.append('"').append(figure.key().benchmark());
    text.append(figure.isScore() ? "" : ":" + figure.name()).append("\",\"");
    text.append(figure.key().mode()).append("\",").append(figure.key().threads());
    text.append(',').append(samples(figure.metric()));
    text.append(',').append(number(figure.metric().score()));
    text.append(',').append(number(figure.metric().error()));
    text.append(",\"").append(figure.metric().unit()).append('"');
    for (String name : params) {
      text.append(',').append(quoted(figure.key().params().getOrDefault(name, "")));
    }
    text.append("\r\n");
  }

  /**
   * JMH's count. A metric derived from others stands for one sample, whatever it was derived from;
   * the JSON tells by an error that JMH gives from three samples on and that is missing.
   */
  private static long samples(JmhMetric metric) {
    return Double.isNaN(metric.error()) && metric.count() > 2 ? 1 : metric.count();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%f", value);
  }

  private static String quoted(String text) {
    return QUOTED.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
