package org.svabench.results.gate.output;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.svabench.results.gate.verdict.ExactVerdict;
import org.svabench.results.gate.verdict.GateVerdict;
import org.svabench.results.gate.verdict.Outcome;
import org.svabench.results.gate.verdict.RowVerdict;
import org.svabench.results.jmh.ResultKey;

/**
 * The verdict as JUnit's XML, the part of it that build servers agree on: a test case a row, {@code
 * failure} for FAIL, {@code error} for what could not be measured, {@code skipped} for what could
 * not be decided or has no baseline.
 */
public final class JunitXml {
  private JunitXml() {}

  /**
   * Writes a verdict.
   *
   * @param verdict what to write
   * @param startedAt UTC, ISO 8601
   * @return the document
   */
  public static String of(GateVerdict verdict, String startedAt) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      suite(xml, verdict, startedAt);
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  private static void suite(XMLStreamWriter xml, GateVerdict verdict, String startedAt)
      throws XMLStreamException {
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "performance gate");
    int tests = verdict.rows().size() + verdict.added().size() + verdict.removed().size();
    xml.writeAttribute("tests", "" + (tests + verdict.invalid().size()));
    xml.writeAttribute("failures", "" + verdict.count(Outcome.FAIL));
    xml.writeAttribute(
        "errors",
        ""
            + (verdict.count(Outcome.BROKEN)
                + verdict.count(Outcome.INVALID)
                + verdict.invalid().size()));
    xml.writeAttribute(
        "skipped",
        ""
            + (verdict.count(Outcome.INCONCLUSIVE)
                + verdict.added().size()
                + verdict.removed().size()));
    double seconds = verdict.rows().stream().mapToDouble(RowVerdict::seconds).sum();
    xml.writeAttribute("time", seconds(seconds));
    xml.writeAttribute("timestamp", startedAt.replaceAll("\\..*|Z$", ""));
    for (RowVerdict row : verdict.rows()) {
      row(xml, row);
    }
    lone(xml, verdict.added(), "no baseline: only in the candidate");
    lone(xml, verdict.removed(), "only in the baseline: removed or renamed");
    for (String why : verdict.invalid()) {
      testCase(xml, "performance gate", "measurement", 0, "error", "invalid", why);
    }
    xml.writeCharacters("\n");
    xml.writeStartElement("system-out");
    xml.writeCharacters("\n" + new VerdictTable(verdict).text());
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void row(XMLStreamWriter xml, RowVerdict row) throws XMLStreamException {
    String element =
        switch (row.outcome()) {
          case PASS -> null;
          case FAIL -> "failure";
          case INCONCLUSIVE -> "skipped";
          case INVALID, BROKEN -> "error";
        };
    testCase(
        xml,
        type(row.row()),
        name(row.row()),
        row.seconds(),
        element,
        row.outcome() == Outcome.FAIL
            ? "regression"
            : row.outcome().name().toLowerCase(Locale.ROOT),
        message(row));
  }

  private static void lone(XMLStreamWriter xml, List<ResultKey> rows, String why)
      throws XMLStreamException {
    for (ResultKey row : rows) {
      testCase(xml, type(row), name(row), 0, "skipped", "", why);
    }
  }

  private static void testCase(
      XMLStreamWriter xml,
      String type,
      String name,
      double seconds,
      String element,
      String kind,
      String message)
      throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", type);
    xml.writeAttribute("name", name);
    xml.writeAttribute("time", seconds(seconds));
    if (element != null) {
      xml.writeEmptyElement(element);
      if (!element.equals("skipped")) {
        xml.writeAttribute("type", kind);
      }
      xml.writeAttribute("message", message);
    }
    xml.writeEndElement();
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.1f", seconds);
  }

  private static String type(ResultKey row) {
    int dot = row.benchmark().lastIndexOf('.');
    return dot < 0 ? row.benchmark() : row.benchmark().substring(0, dot);
  }

  private static String name(ResultKey row) {
    return row.toString().substring(row.toString().indexOf('.') + 1);
  }

  private static String message(RowVerdict row) {
    String metrics =
        row.metrics().stream().limit(1).map(Words::metric).collect(Collectors.joining());
    String exact =
        row.exact().stream()
            .filter(e -> e.outcome() != Outcome.PASS)
            .map((ExactVerdict e) -> e.counter() + " " + Words.exact(e) + ", " + e.why())
            .collect(Collectors.joining("; "));
    return List.of(exact, metrics, String.join("; ", row.findings())).stream()
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }
}
