package org.svabench.benchmarks.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.Pairing;

class SpreadTest {
  private static RecordedPair pair(int repeats, double candidate, Integer cpu) {
    double[] one = new double[20];
    double[] other = new double[20];
    Arrays.fill(one, 1000);
    Arrays.fill(other, candidate);
    return new RecordedPair(
        "k", repeats, Pairing.TURNSTILE, Arm.CANDIDATE, "", 6, 0, 50, one, other, one, other, cpu);
  }

  @Test
  void whatWasPutIntoAPairIsNoSpreadAndPlacesAreToldApart() {
    String table =
        Spread.of(
                List.of(
                    pair(100, 1000, 1),
                    pair(110, 1100, 0),
                    pair(105, 1050 * 1.03, 1),
                    pair(120, 1200 / 1.04, null)))
            .toText();

    assertEquals(
        """
        pairs               kernel  number  half within  root mean square
        turnstile, any CPU  k            1         4.0%              4.0%
        turnstile, any CPU  all          1         4.0%              4.0%
        turnstile, one CPU  k            3         0.0%              1.7%
        turnstile, one CPU  all          3         0.0%              1.7%
        """,
        table);
  }
}
