package org.svabench.results.jmh;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What tells one result from another: the benchmark, how it was run, and its parameters.
 *
 * @param benchmark fully qualified name
 * @param mode JMH's short name, {@code thrpt}, {@code avgt}, {@code sample}, {@code ss}
 * @param threads worker threads
 * @param params in the order of the file; equality does not depend on it
 */
public record ResultKey(String benchmark, String mode, int threads, Map<String, String> params) {

  /**
   * The benchmark's class and method, without its package.
   *
   * @return such as {@code NotifierInvalidation.onePage}
   */
  public String shortName() {
    int method = benchmark.lastIndexOf('.');
    int type = method < 0 ? -1 : benchmark.lastIndexOf('.', method - 1);
    return benchmark.substring(type + 1);
  }

  /**
   * The same result without some of its parameters.
   *
   * @param names parameters to leave out
   * @return a key that compared rows share
   */
  public ResultKey without(String... names) {
    Map<String, String> rest = new LinkedHashMap<>(params);
    for (String name : names) {
      rest.remove(name);
    }
    return new ResultKey(benchmark, mode, threads, rest);
  }

  @Override
  public String toString() {
    return shortName()
        + params.entrySet().stream()
            .map(p -> " " + p.getKey() + "=" + p.getValue())
            .collect(Collectors.joining())
        + (threads == 1 ? "" : " threads=" + threads)
        + " ["
        + mode
        + "]";
  }
}
