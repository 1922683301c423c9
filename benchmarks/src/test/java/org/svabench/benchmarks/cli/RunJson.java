package org.svabench.benchmarks.cli;

/** A whole {@code run.json}, and what it can lack. */
final class RunJson {
  static final String COMPLETE =
      """
      {"schemaVersion":1,"label":"l","state":"finished","reason":null,
      "startedAt":"2026-11-22T07:45:00Z","updatedAt":"2026-11-22T07:46:00Z",
      "suite":{"name":"smoke","arguments":["-f","1"],"seed":1,"comparison":{"compared":"design",
      "baseline":"vtd-6.6","furtherBaselines":[],"meaning":{"vtd-6.6":"a"},"place":"topology",
      "empty":"e"},"shard":"1/2"},
      "build":{"version":"1","revision":"r","sha256":"s"},
      "machine":{"os":"o","architecture":"a","cpu":"c","cpus":2,"memoryMebibytes":1,
      "clocksource":"tsc","governor":"g","hypervisor":true,"diagnoses":[{"point":"p",
      "verdict":"good","found":"f","meaning":""}]},
      "java":{"version":"17","vm":"v","vendor":"w","flags":[]},
      "rows":[{"benchmark":"org.svabench.B.b","params":{"design":"vtd-6.6","topology":"t"},
      "forksPlanned":1,"forks":[{"round":1,"position":1,"startedAt":"2026-11-22T07:45:00Z",
      "seconds":1.5,"load":0.1,"stealTicks":0}],"failure":null}],
      "parts":[]}
      """;

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
