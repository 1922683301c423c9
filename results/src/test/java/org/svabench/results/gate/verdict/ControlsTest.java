package org.svabench.results.gate.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.PairKind;

class ControlsTest {
  private final Controls controls = new Controls("the baseline against itself");

  private void add(double log) {
    controls.add(Pairs.apart(PairKind.CONTROL, Arm.BASELINE, log), Rules.standard());
  }

  @Test
  void withoutAPairThereIsNeitherACentreNorAFault() {
    Controls.Summary summary = controls.summary();

    assertEquals(0, summary.pairs());
    assertTrue(Double.isNaN(summary.ratio()) && Double.isNaN(summary.deviation()));
    assertEquals(List.of(), controls.invalid());
  }

  @Test
  void pairsFurtherApartThanTheToleranceAreCountedEitherWay() {
    add(Math.log(1.06));
    add(-Math.log(1.06));
    add(Math.log(1.04));
    controls.add(Pairs.crashed(), Rules.standard());

    Controls.Summary summary = controls.summary();
    assertEquals(3, summary.pairs());
    assertEquals(2, summary.beyond());
    assertEquals("the baseline against itself", summary.what());
  }

  @Test
  void theSummaryGivesCentreAndSpread() {
    add(0.01);
    assertTrue(Double.isNaN(controls.summary().deviation()));
    add(0.02);
    add(0.03);

    assertEquals(Math.exp(0.02), controls.summary().ratio(), 1e-9);
    assertEquals(0.01 * 1.4826, controls.summary().deviation(), 1e-9);
  }

  @Test
  void aCandidateArmThatIsFasterThanItselfIsAFaultToo() {
    for (int i = 0; i < 12; i++) {
      add(-0.05 - 0.001 * i);
    }
    assertEquals(
        List.of(
            "the baseline against itself differs by -5.4% (12 pairs), and should not; the two arms"
                + " are not treated alike"),
        controls.invalid());
  }

  /** Eight pairs are the fewest of which a level of 0.5 % can be shown. */
  @Test
  void aDifferenceThatIsSmallOrNotShownIsNoFault() {
    for (int i = 0; i < 7; i++) {
      add(0.2);
    }
    assertEquals(List.of(), controls.invalid());
    add(0.2);
    assertEquals(1, controls.invalid().size());

    Controls small = new Controls("small");
    for (int i = 0; i < 20; i++) {
      small.add(Pairs.apart(PairKind.CONTROL, Arm.BASELINE, 0.019), Rules.standard());
    }
    assertEquals(List.of(), small.invalid());
  }
}
