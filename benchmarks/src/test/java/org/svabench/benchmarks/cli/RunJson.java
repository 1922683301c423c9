package org.svabench.benchmarks.cli;

import org.svabench.benchmarks.fuzz.Documents;

/** A whole {@code run.json}, and what it can lack. */
final class RunJson {
  /** A part of a run, so that {@code merge} takes it. */
  static final String COMPLETE = Documents.RUN.replace("\"shard\":null", "\"shard\":\"1/2\"");

  private RunJson() {}

  /** A part of it that goes, or becomes something else. */
  enum Damage {
    SCHEMA("\"schemaVersion\":1", "\"schemaVersion\":4294967297"),
    STATE("\"state\":\"finished\"", "\"state\":\"unheard of\""),
    STARTED("\"startedAt\":\"2026-11-22T07:45:00Z\",\"updatedAt\"", "\"updatedAt\""),
    SUITE("\"suite\":{", "\"sweet\":{"),
    SUITE_NULL("\"name\":\"smoke\"", "\"name\":null"),
    ARGUMENT("[\"-f\",\"1\"]", "[\"-f\",null]"),
    COMPARISON("\"baseline\":\"vtd-6.6\",", ""),
    BUILD("\"revision\":\"r\",", ""),
    MACHINE("\"cpu\":\"c\",", ""),
    CPUS("\"cpus\":2", "\"cpus\":99999999999"),
    DIAGNOSIS("\"verdict\":\"good\"", "\"verdict\":\"fair\""),
    JAVA("\"java\":{", "\"coffee\":{"),
    ROWS("\"rows\":[{", "\"rows\":[null,{"),
    PARAMETERS("\"params\":{", "\"perms\":{"),
    PARAMETER("\"topology\":\"t\"},\"forks", "\"topology\":null},\"forks"),
    FORKS("\"forks\":[{", "\"forks\":[7,{"),
    PARTS("\"parts\":[]", "\"parts\":[null]"),
    TWICE("\"label\":\"l\"", "\"label\":\"l\",\"label\":\"m\"");

    private final String part;
    private final String other;

    Damage(String part, String other) {
      this.part = part;
      this.other = other;
    }

    String done() {
      String whole = COMPLETE.replace("\n", "");
      if (!whole.contains(part)) {
        throw new IllegalStateException(part);
      }
      return whole.replace(part, other);
    }
  }
}
