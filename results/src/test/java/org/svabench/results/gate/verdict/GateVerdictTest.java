package org.svabench.results.gate.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.PairKind;

class GateVerdictTest {
  private static final long SEED = 20261127;
  private static final Pairs.Noise QUIET = random -> 0.004 * random.nextGaussian();

  private static RowVerdict row(Rules rules, double log) {
    return Pairs.decide(Pairs.course(rules), log, QUIET, new Random(SEED));
  }

  private static GateVerdict of(List<RowVerdict> rows, Controls... controls) {
    return GateVerdict.of(
        rows, List.of(), List.of(), List.of(controls), List.of(), Rules.standard().alphaSuite());
  }

  @Test
  void oneSlowRowFailsTheGate() {
    Rules rules = Rules.standard();

    GateVerdict verdict = of(List.of(row(rules, 0), row(rules, Math.log(1.1)), row(rules, 0)));

    assertEquals(Outcome.FAIL, verdict.outcome());
    assertEquals(2, verdict.count(Outcome.PASS));
  }

  /** 200 rows of 3 metrics: each row alone may err in 1 of 200, all together in 1 of 20. */
  @Test
  void aSlowDownSeenAtTheFirstLookStandsAmongTwoHundredRows() {
    Rules rules = Rules.standard().forRows(200);
    List<RowVerdict> rows = new ArrayList<>(Collections.nCopies(199, row(rules, 0)));
    rows.add(row(rules, Math.log(1.1)));

    assertTrue(rules.confirmations() > Rules.standard().confirmations());
    assertEquals(Outcome.FAIL, of(rows).outcome());
  }

  @Test
  void aSlowDownWithTooFewPairsForSoManyRowsIsWithdrawnAndSaysSo() {
    Rules rules = Rules.standard();
    List<RowVerdict> rows = new ArrayList<>(Collections.nCopies(199, row(rules, 0)));
    rows.add(row(rules, Math.log(1.1)));

    GateVerdict verdict = of(rows);

    assertEquals(Outcome.INCONCLUSIVE, verdict.outcome());
    RowVerdict last = verdict.rows().get(199);
    assertTrue(last.findings().get(0).contains("may be chance"), last.toString());
  }

  /** Exact figures are no matter of chance, however many rows there are. */
  @Test
  void aRowThatAllocatesMoreFailsAlsoWhereItsTimeIsWithdrawn() {
    RowVerdict slow = row(Rules.standard(), Math.log(1.1));
    for (Outcome exact : List.of(Outcome.FAIL, Outcome.PASS)) {
      List<RowVerdict> rows = new ArrayList<>(Collections.nCopies(199, row(Rules.standard(), 0)));
      rows.add(
          new RowVerdict(
              slow.row(),
              slow.outcome(),
              slow.pairs(),
              0,
              slow.seconds(),
              slow.baselineNanos(),
              slow.candidateNanos(),
              slow.metrics(),
              slow.findings(),
              List.of(new ExactVerdict("allocation", "B/op", 0, 24, exact, "said"))));

      RowVerdict judged = of(rows).rows().get(199);
      assertEquals(exact == Outcome.FAIL ? Outcome.FAIL : Outcome.INCONCLUSIVE, judged.outcome());
      assertEquals(Outcome.INCONCLUSIVE, judged.metrics().get(0).outcome());
    }
  }

  @Test
  void aHandfulOfRowsNeedsNoMoreConfirmations() {
    assertEquals(Rules.standard().confirmations(), Rules.standard().forRows(10).confirmations());
  }

  @Test
  void aJarThatDiffersFromItselfMakesTheRunInvalid() {
    Controls controls = new Controls("the baseline against itself");
    for (int i = 0; i < 12; i++) {
      controls.add(Pairs.apart(PairKind.CONTROL, Arm.BASELINE, 0.05 + 0.001 * i), Rules.standard());
    }

    GateVerdict verdict = of(List.of(row(Rules.standard(), 0)), controls);

    assertEquals(Outcome.INVALID, verdict.outcome());
    assertTrue(verdict.invalid().get(0).contains("baseline against itself"));
  }

  @Test
  void aJarThatIsItsOwnEqualLeavesTheVerdictAlone() {
    Controls controls = new Controls("the baseline against itself");
    for (int i = 0; i < 12; i++) {
      controls.add(
          Pairs.apart(PairKind.CONTROL, Arm.BASELINE, 0.01 * (i % 2 == 0 ? 1 : -1)),
          Rules.standard());
    }

    assertEquals(Outcome.PASS, of(List.of(row(Rules.standard(), 0)), controls).outcome());
  }

  @Test
  void wherePlainlyNothingWasComparedNothingPasses() {
    assertEquals(Outcome.INCONCLUSIVE, of(List.of()).outcome());
  }
}
