package org.svabench.benchmarks.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.svabench.benchmarks.harness.Empty;
import org.svabench.benchmarks.harness.Ruler;
import org.svabench.benchmarks.invalidate.NotifierInvalidation;
import org.svabench.results.gate.GateOptions;
import org.svabench.results.gate.verdict.Rules;
import org.svabench.results.jmh.ResultKey;

class OurRowsTest {
  private static boolean taken(List<GateOptions.Target> targets, Class<?> type, String method) {
    return targets.stream()
        .anyMatch(
            target ->
                Pattern.compile(target.include()).matcher(type.getName() + "." + method).find());
  }

  @Test
  void ofTwoSvabenchJarsTheGateTakesItsSuiteAndRulersButNoControls() {
    List<GateOptions.Target> targets = new OurRows(true).targets();

    assertTrue(taken(targets, NotifierInvalidation.class, "onePage"), targets.toString());
    assertTrue(taken(targets, Ruler.class, "arithmetic"), targets.toString());
    assertFalse(taken(targets, Empty.class, "nothing"), targets.toString());
    assertFalse(taken(targets, NotifierInvalidation.class, "onePageMore"), targets.toString());
  }

  @Test
  void aRulerIsKnownByItsRow() {
    ResultKey ruler = new ResultKey(Ruler.class.getName() + ".memory", "avgt", 1, Map.of());
    ResultKey other =
        new ResultKey(NotifierInvalidation.class.getName() + ".onePage", "thrpt", 1, Map.of());

    assertTrue(new OurRows(true).rulers().matcher(ruler.toString()).find());
    assertFalse(new OurRows(true).rulers().matcher(other.toString()).find());
  }

  @Test
  void ofAnyOtherJarItTakesEverythingAndCountsNothing() {
    OurRows others = new OurRows(false);

    assertEquals(List.of(new GateOptions.Target(".*", Map.of())), others.targets());
    assertEquals(List.of(), others.profilers());
    assertEquals(Rules.NO_COUNTER, others.exactCounters());
    assertNull(others.rulers());
  }
}
