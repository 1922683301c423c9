package org.svabench.benchmarks.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.svabench.results.baseline.Baseline;

/** Every build must reproduce the figures that are kept. */
class KeptFiguresTest {
  private static final Path KEPT = Path.of("..", "results", "baselines");

  @Test
  void thisBuildReproducesEveryKeptFigure() {
    List<Baseline> computed = ExactFigures.compute();

    for (Baseline now : computed) {
      List<String> differences = Baseline.read(KEPT, now.concern()).differences(now);
      assertEquals(
          List.of(),
          differences,
          now.concern()
              + ": if that is meant, java -jar benchmarks.jar gate --exact --update, and commit what"
              + " it changes");
      assertTrue(now.size() > 0, now.concern());
    }
  }
}
