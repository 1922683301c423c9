package org.svabench.results.gate.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.PairKind;
import org.svabench.results.gate.verdict.Controls;
import org.svabench.results.gate.verdict.GateVerdict;
import org.svabench.results.gate.verdict.MetricVerdict;
import org.svabench.results.gate.verdict.Outcome;
import org.svabench.results.gate.verdict.Pairs;
import org.svabench.results.gate.verdict.RowVerdict;
import org.svabench.results.gate.verdict.Rules;
import org.svabench.results.jmh.ResultKey;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class OutputsTest {
  private static final ResultKey ADDED =
      new ResultKey("demo.Kernels.fresh", "thrpt", 2, Map.of("size", "a<b"));
  private static final ResultKey REMOVED = new ResultKey("demo.Kernels.gone", "avgt", 1, Map.of());

  private static RowVerdict row(double log) {
    return Pairs.decide(Pairs.course(), log, r -> 0.004 * r.nextGaussian(), new Random(7));
  }

  private static GateVerdict verdict() {
    Controls controls = new Controls("the baseline against itself");
    controls.add(Pairs.apart(PairKind.CONTROL, Arm.BASELINE, 0.01), Rules.standard());
    return GateVerdict.of(
        List.of(row(0), row(Math.log(1.1))),
        List.of(ADDED),
        List.of(REMOVED),
        List.of(controls),
        List.of("NOISY HOST: expect rows that stay undecided"),
        0.05);
  }

  @Test
  void theTableSaysWhatChangedAndEndsInOneLine() {
    String text = new VerdictTable(verdict()).text();

    assertTrue(text.contains("Kernels.work [avgt]"), text);
    assertTrue(text.contains("FAIL"), text);
    assertTrue(text.contains("Kernels.fresh size=a<b threads=2 [thrpt]: only in the candidate"));
    assertTrue(text.contains("Kernels.gone [avgt]: only in the baseline, removed or renamed"));
    assertTrue(text.contains("the baseline against itself: +1.0% over 1 pairs"), text);
    assertTrue(text.contains("NOISY HOST"), text);
    assertTrue(text.endsWith("FAIL (1 PASS, 1 FAIL, 1 added, 1 removed)\n"), text);
  }

  @Test
  void whatSpeaksAgainstARowStandsInItsLineOfTheTable() {
    GateVerdict doubted =
        GateVerdict.of(
            List.of(row(0).with("SLOW WARM-UP: longer forks"), row(0)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            0.05);

    List<String> lines = new VerdictTable(doubted).text().lines().toList();
    int warned = lines.indexOf("  ! SLOW WARM-UP: longer forks");
    assertTrue(lines.get(warned - 1).contains(" ! "), lines.toString());
    assertFalse(lines.get(warned + 1).contains("!"), lines.toString());
    List<String> markdown =
        new VerdictTable(doubted).markdown().lines().filter(l -> l.startsWith("|")).toList();
    assertTrue(markdown.get(2).endsWith("| SLOW WARM-UP: longer forks |"), markdown.toString());
    assertTrue(markdown.get(3).endsWith("|  |"), markdown.toString());
  }

  @Test
  void theMarkdownIsOneHeadingOneTableAndBullets() {
    String markdown = new VerdictTable(verdict()).markdown();

    assertTrue(markdown.startsWith("### Performance gate: FAIL"), markdown);
    assertEquals(4, markdown.lines().filter(line -> line.startsWith("|")).count(), markdown);
    assertTrue(markdown.lines().skip(2).noneMatch(line -> line.startsWith("#")), markdown);
  }

  @Test
  void theJunitXmlCountsAsBuildServersDo() throws Exception {
    String text = JunitXml.of(verdict(), "2026-11-27T20:45:00.123Z");
    Element suite =
        (Element)
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)))
                .getElementsByTagName("testsuite")
                .item(0);

    assertEquals("4", suite.getAttribute("tests"));
    assertEquals("1", suite.getAttribute("failures"));
    assertEquals("0", suite.getAttribute("errors"));
    assertEquals("2", suite.getAttribute("skipped"));
    assertEquals("2026-11-27T20:45:00", suite.getAttribute("timestamp"));
    assertEquals(4, suite.getElementsByTagName("testcase").getLength());
    Element failure = (Element) suite.getElementsByTagName("failure").item(0);
    assertEquals("regression", failure.getAttribute("type"));
    assertTrue(failure.getAttribute("message").contains("tolerance 5%"), text);
    assertFalse(text.contains("size=a<b"), "markup must be escaped");
  }

  @Test
  void aPassNamesTheMetricsThatAreNotShownToBeWithinTheirTolerance() {
    RowVerdict passed =
        Pairs.decide(Pairs.course(), 0, r -> 0.004 * r.nextGaussian(), new Random(7));
    List<MetricVerdict> metrics = new ArrayList<>(passed.metrics());
    MetricVerdict upper = metrics.get(2);
    metrics.set(
        2,
        new MetricVerdict(
            upper.metric(), upper.margin(), Outcome.INCONCLUSIVE, 1.2, 0.95, 1.9, upper.p()));
    RowVerdict open =
        new RowVerdict(
            passed.row(),
            Outcome.PASS,
            passed.pairs(),
            0,
            passed.seconds(),
            1000,
            1000,
            metrics,
            List.of(),
            List.of());
    GateVerdict verdict =
        GateVerdict.of(List.of(passed, open), List.of(), List.of(), List.of(), List.of(), 0.05);

    List<String> lines = new VerdictTable(verdict).text().lines().toList();
    assertTrue(lines.get(1).endsWith(" PASS"), lines.toString());
    assertTrue(lines.get(2).endsWith(" PASS, upper open"), lines.toString());
  }
}
