package org.svabench.benchmarks.suite;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.svabench.results.latency.FileNames;

/**
 * A benchmark with a value for each of its parameters.
 *
 * @param benchmark fully qualified name
 * @param params name to value
 * @param shape of a fork
 */
public record Row(String benchmark, Map<String, String> params, Shape shape)
    implements Serializable {

  /** What competing rows share: the row without the compared parameters. */
  Row without(Set<String> compared) {
    Map<String, String> rest = new LinkedHashMap<>(params);
    rest.keySet().removeAll(compared);
    return new Row(benchmark, rest, shape);
  }

  /** Class and method, without the package. */
  String shortName() {
    int method = benchmark.lastIndexOf('.');
    return benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1);
  }

  /** A name for files: unique among the rows of a run, and free of anything a shell minds. */
  String fileName() {
    return FileNames.ofRow(benchmark, params);
  }

  @Override
  public String toString() {
    return shortName() + params.values().stream().map(v -> " " + v).collect(Collectors.joining());
  }
}
