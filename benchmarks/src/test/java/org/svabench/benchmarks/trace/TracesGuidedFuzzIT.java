package org.svabench.benchmarks.trace;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.svabench.benchmarks.fuzz.Fuzzing;
import org.svabench.benchmarks.fuzz.KeptInputs;

/** Traces, damaged by a fuzzer that sees which code they reach. */
class TracesGuidedFuzzIT {
  static Stream<byte[]> inputs() throws IOException {
    return KeptInputs.of(TracesGuidedFuzzIT.class, TracesFuzzIT.windows());
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("inputs")
  void aKnownTraceIsCountedToItsEnd(byte[] trace) throws Exception {
    Fuzzing.isUnderstood(TracesFuzzIT::check, trace);
  }

  @Tag("nightly")
  @EnabledForJreRange(maxVersion = 23, disabledReason = "Jazzer knows no later class files")
  @MethodSource("inputs")
  @FuzzTest(maxDuration = "3m")
  void anyTraceIsCountedToItsEnd(byte[] trace) throws Exception {
    Fuzzing.isUnderstood(TracesFuzzIT::check, trace);
  }
}
