package org.svabench.results.gate;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.svabench.results.gate.fork.BenchmarkJar;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.input.BadInput;

class JmhMinimumTest {
  private static final BenchmarkJar JAR = new BenchmarkJar(Path.of("/jars/old.jar"), "");

  @ParameterizedTest
  @ValueSource(strings = {"1.21", "1.37", "1.38-SNAPSHOT", "2.0"})
  void whatIsNewEnoughIsTaken(String version) {
    assertDoesNotThrow(() -> JmhMinimum.check(Arm.CANDIDATE, JAR, version));
  }

  @ParameterizedTest
  @CsvSource({"1.20,1.20", "1.9.3,1.9.3", "'',older than 1.21"})
  void whatIsTooOldIsRefusedByOptionJarAndVersion(String version, String said) {
    BadInput bad =
        assertThrows(BadInput.class, () -> JmhMinimum.check(Arm.CANDIDATE, JAR, version));

    assertEquals(
        "--candidate /jars/old.jar: is built with JMH "
            + said
            + "; build it with JMH 1.21 or later",
        bad.getMessage());
  }
}
