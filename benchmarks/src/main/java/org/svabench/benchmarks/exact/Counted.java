package org.svabench.benchmarks.exact;

import java.util.List;

/** The figures of a window, under the names they have in JMH's results. */
enum Counted {
  COMMANDS("commands"),
  WAITS("waits"),
  EXITS("exits");

  static final List<Counted> VALUES = List.of(values());

  private final String label;

  Counted(String label) {
    this.label = label;
  }

  String label(boolean exact) {
    return exact ? label : label + ".mean";
  }

  long total(FanOutCounts counts) {
    switch (this) {
      case COMMANDS:
        return counts.commands();
      case WAITS:
        return counts.waits();
      default:
        return counts.exits();
    }
  }
}
