package org.svabench.benchmarks.suite;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.options.TimeValue;
import org.svabench.benchmarks.fixture.Tiny;
import org.svabench.results.run.ComparisonRecord;

/** A suite of the fixture's benchmark: two topologies, three designs. */
final class FixtureSuite {
  static final String COUNTED = Tiny.class.getName() + ".counted";
  static final String FAILING = Tiny.class.getName() + ".failing";

  private FixtureSuite() {}

  static Suite of(int rounds, String... benchmarks) {
    TimeValue window = TimeValue.milliseconds(10);
    Map<String, String> meaning = new LinkedHashMap<>();
    meaning.put("vtd-6.6", "the base");
    meaning.put("vtd-6.8", "");
    meaning.put("vtd-6.14", "");
    return new Suite(
        "fixture",
        "for tests",
        rounds,
        Duration.ofMinutes(1),
        new ComparisonRecord("design", "vtd-6.6", List.of(), meaning, "topology", "none"),
        List.of(),
        List.of(benchmarks).stream()
            .map(b -> new Block(b, Map.of(), new Shape(1, window, 2, window)))
            .toList());
  }
}
