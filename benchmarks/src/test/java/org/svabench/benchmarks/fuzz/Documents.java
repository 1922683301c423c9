package org.svabench.benchmarks.fuzz;

/** Documents of results as they are when nothing is wrong with them, for damage to be done to. */
public final class Documents {
  /** One of them. */
  public static final String JMH =
      """
      [{"jmhVersion":"1.37","benchmark":"org.svabench.B.b","mode":"avgt","threads":1,"forks":2,
      "jvmArgs":["-Xmx1g"],"jdkVersion":"17.0.15","vmName":"VM","vmVersion":"1",
      "warmupIterations":1,"warmupTime":"1 s","measurementIterations":2,"measurementTime":"1 s",
      "params":{"design":"vtd-6.6","topology":"t"},
      "primaryMetric":{"score":8.5,"scoreError":"NaN","scoreConfidence":["NaN","NaN"],
      "scorePercentiles":{"0.0":8.0},"scoreUnit":"ns/op","rawData":[[8.0,9.0],[8.5,8.5]]},
      "secondaryMetrics":{"commands":{"score":8.0,"scoreError":0.0,"scoreUnit":"count",
      "rawData":[[8.0,8.0],[8.0,8.0]]}}},
      {"benchmark":"org.svabench.B.b","mode":"avgt","threads":1,"forks":1,
      "params":{"design":"vtd-6.8","topology":"t"},
      "primaryMetric":{"score":4.0,"scoreError":"+INF","scoreUnit":"ns/op","rawData":[[4.0]]},
      "secondaryMetrics":{}}]
      """;

  /** One of them. */
  public static final String JMH_SAMPLES =
      """
      [{"benchmark":"a.B.c","mode":"sample","threads":2,"forks":1,
      "primaryMetric":{"score":1.5,"scoreError":0.5,"scoreUnit":"us/op",
      "rawDataHistogram":[[[[1.0,10],[2.5,3]],[[1.0,2]]]]},"secondaryMetrics":{}}]
      """;

  /** One of them. */
  public static final String RUN =
      """
      {"schemaVersion":1,"label":"l","state":"finished","reason":null,
      "startedAt":"2026-11-22T07:45:00Z","updatedAt":"2026-11-22T07:46:00Z",
      "suite":{"name":"smoke","arguments":["-f","1"],"seed":1,"comparison":{"compared":"design",
      "baseline":"vtd-6.6","furtherBaselines":["a"],"meaning":{"vtd-6.6":"a"},"place":"topology",
      "empty":"e"},"shard":null},
      "build":{"version":"1","revision":"r","sha256":"s"},
      "machine":{"os":"o","architecture":"a","cpu":"c","cpus":2,"memoryMebibytes":1,
      "clocksource":"tsc","governor":"g","hypervisor":true,"diagnoses":[{"point":"p",
      "verdict":"good","found":"f","meaning":""}]},
      "java":{"version":"17","vm":"v","vendor":"w","flags":[]},
      "rows":[{"benchmark":"org.svabench.B.b","params":{"design":"vtd-6.6","topology":"t"},
      "forksPlanned":1,"forks":[{"round":1,"position":1,"startedAt":"2026-11-22T07:45:00Z",
      "seconds":1.5,"load":0.1,"stealTicks":0,"othersCpus":null,"paceNanos":5.0,
      "throttles":0}],"failure":null}],"parts":[]}
      """;

  /** One of them. */
  public static final String REPLAY =
      """
      {"schemaVersion":1,"trace":"/tmp/my.strace","topology":"t","devices":4,"cost":"c",
      "designs":[{"design":"vtd-6.6","commands":3,"waits":3,"exits":0,"askedPages":2,
      "coveredPages":4,"overInvalidation":2.0},{"design":"vtd-6.8"}],
      "series":{"cut":false,"seconds":[{"second":0,"notifications":3,"addedNanos":[1500000,1]},
      {"second":7,"notifications":1,"addedNanos":[500000,2]}]}}
      """;

  /** One of them. */
  public static final String FANOUT =
      """
      {"schemaVersion":1,"rows":[{"topology":"t","range":"1p","design":"vtd-6.6","commands":8,
      "waits":8,"exits":0,"coveredPages":4},{"topology":"u","range":"1p","design":"vtd-6.8",
      "commands":4,"waits":4,"exits":0,"coveredPages":4}],"findings":[]}
      """;

  /** One of them. */
  public static final String POINT =
      """
      {"schemaVersion":1,"name":"run-1","startedAt":"2026-11-22T07:45:00Z","revision":"r",
      "machine":"c, JDK 17","answer":"a","figures":[{"event":"B.b [avgt]","place":"","competitor":
      "score","nanos":8.5,"counts":{"commands":8}},{"event":"B.c [avgt]","place":"t",
      "competitor":"vtd-6.6","nanos":2.0,"counts":{}}]}
      """;

  private Documents() {}
}
