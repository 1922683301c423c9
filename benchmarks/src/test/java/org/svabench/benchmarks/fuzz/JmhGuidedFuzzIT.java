package org.svabench.benchmarks.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Results of JMH, damaged by a fuzzer that sees which code they reach. */
class JmhGuidedFuzzIT {
  static Stream<byte[]> inputs() {
    return KeptInputs.of(JmhGuidedFuzzIT.class, ResultsFuzzIT.jmhResults());
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("inputs")
  void aKnownResultIsComparedAndExportedOrRefused(byte[] document) throws Exception {
    Fuzzing.isUnderstood(ResultsFuzzIT::comparedAndExported, document);
  }

  @Tag("nightly")
  @EnabledForJreRange(maxVersion = 23, disabledReason = "Jazzer knows no later class files")
  @MethodSource("inputs")
  @FuzzTest(maxDuration = "3m")
  void anyResultIsComparedAndExportedOrRefused(byte[] document) throws Exception {
    Fuzzing.isUnderstood(ResultsFuzzIT::comparedAndExported, document);
  }
}
