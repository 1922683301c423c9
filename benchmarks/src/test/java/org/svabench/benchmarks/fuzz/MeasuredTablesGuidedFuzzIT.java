package org.svabench.benchmarks.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables to calibrate by, damaged by a fuzzer that sees which code they reach. */
class MeasuredTablesGuidedFuzzIT {
  static Stream<byte[]> inputs() {
    return KeptInputs.of(MeasuredTablesGuidedFuzzIT.class, WrittenTextsFuzzIT.measuredTables());
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("inputs")
  void aKnownTableIsReadOrRefusedAtALine(byte[] table) throws Exception {
    Fuzzing.isUnderstood(WrittenTextsFuzzIT::calibrated, table);
  }

  @Tag("nightly")
  @EnabledForJreRange(maxVersion = 23, disabledReason = "Jazzer knows no later class files")
  @MethodSource("inputs")
  @FuzzTest(maxDuration = "3m")
  void anyTableIsReadOrRefusedAtALine(byte[] table) throws Exception {
    Fuzzing.isUnderstood(WrittenTextsFuzzIT::calibrated, table);
  }
}
