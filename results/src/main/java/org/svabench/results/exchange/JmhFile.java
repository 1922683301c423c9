package org.svabench.results.exchange;

/** JMH's JSON as it is. */
final class JmhFile {
  private JmhFile() {}

  static Export export(Exported source, ExportOptions options) {
    source.results(); // what is not JMH's is refused, not passed on
    return Export.of(source.document().text(), 0);
  }
}
