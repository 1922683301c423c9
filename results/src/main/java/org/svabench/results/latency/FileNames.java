package org.svabench.results.latency;

import java.util.Map;

/** Names that are free of anything a shell or a log's tag minds. */
public final class FileNames {
  private FileNames() {}

  /**
   * Name of a row.
   *
   * @param benchmark fully qualified; its package is left out
   * @param params in the order they are to be named
   * @return unique among the rows of a run whose values differ in more than punctuation
   */
  public static String ofRow(String benchmark, Map<String, String> params) {
    int type = benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1);
    StringBuilder name = new StringBuilder(benchmark.substring(type + 1));
    params.forEach((param, value) -> name.append('_').append(param).append('=').append(value));
    return plain(name.toString());
  }

  static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9._=-]", "-");
  }
}
