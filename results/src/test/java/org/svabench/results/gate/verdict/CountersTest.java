package org.svabench.results.gate.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.ForkLog;
import org.svabench.results.gate.record.PairKind;

class CountersTest {
  private final Counters counters = new Counters(Pattern.compile("commands|waits"));

  private static ForkLog fork(String name, double value) {
    return Pairs.with(Pairs.fork("ns/op", i -> 1000), name, value);
  }

  private List<ExactVerdict> judge(ForkLog baseline, ForkLog candidate) {
    return counters.judge(List.of(Pairs.of(PairKind.EXACT, Arm.BASELINE, baseline, candidate)));
  }

  @Test
  void anyDifferenceIsAVerdictOnePairIsEnough() {
    ExactVerdict verdict = judge(fork("commands", 17), fork("commands", 16)).get(0);

    assertEquals(Outcome.FAIL, verdict.outcome());
    assertEquals("differs by -1.00000", verdict.why());
  }

  @Test
  void theSamePasses() {
    assertEquals(Outcome.PASS, judge(fork("waits", 2), fork("waits", 2)).get(0).outcome());
  }

  @Test
  void aCounterThatOneSideLacksFails() {
    ExactVerdict verdict = judge(fork("waits", 2), Pairs.fork("ns/op", i -> 1000)).get(0);

    assertEquals(Outcome.FAIL, verdict.outcome());
    assertEquals("counted by the baseline only", verdict.why());
  }

  @Test
  void aCounterThatVariesIsNotExact() {
    ForkLog varies = fork("commands", 17);
    varies.secondary().put("commands", new double[] {17, 18});

    ExactVerdict verdict = judge(varies, fork("commands", 17)).get(0);

    assertEquals(Outcome.INCONCLUSIVE, verdict.outcome());
    assertTrue(verdict.why().startsWith("not exact"), verdict.why());
  }

  @Test
  void theSideThatVariesIsTheOneDescribed() {
    ForkLog varies = fork("commands", 17);
    varies.secondary().put("commands", new double[] {17, 18, 21});

    assertEquals(
        "not exact: 3 values from 17.0 to 21.0", judge(varies, fork("commands", 17)).get(0).why());
    assertEquals(
        "not exact: 3 values from 17.0 to 21.0", judge(fork("commands", 17), varies).get(0).why());
  }

  @Test
  void countersThatAreNotMarkedAreLeftAlone() {
    assertEquals(List.of(), judge(fork("other", 1), fork("other", 2)));
  }
}
