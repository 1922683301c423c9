package org.svabench.results.jmh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.JsonDocument;

class JmhJsonTest {
  @TempDir Path folder;

  @Test
  void anEntryIsReadWithItsParamsAndSecondaryMetrics() {
    JmhResult result =
        read("""
        [{"jmhVersion":"1.37","benchmark":"org.demo.Q.poll","mode":"avgt","threads":2,
        "forks":2,"jdkVersion":"17.0.15","measurementTime":"100 ms",
        "params":{"size":"64"},
        "primaryMetric":{"score":8.1,"scoreError":0.4,"scoreUnit":"ns/op",
        "rawData":[[8.0,8.1],[7.9,8.4]]},
        "secondaryMetrics":{"commands":{"score":3,"scoreUnit":"#/op","rawData":[[3,3]]}}}]
        """)
            .get(0);

    assertEquals(new ResultKey("org.demo.Q.poll", "avgt", 2, Map.of("size", "64")), result.key());
    assertEquals("Q.poll", result.key().shortName());
    assertEquals(0.1, result.measurementTime(), 1e-12);
    assertEquals("17.0.15", result.setting().jdkVersion());
    assertEquals(8.1, result.primary().score());
    assertArrayEquals(new double[] {7.9, 8.4}, result.primary().rawData()[1]);
    assertEquals(3, result.secondary().get("commands").score());
  }

  @Test
  void nonFiniteNumbersAreTheStringsJmhWrites() {
    JmhMetric metric =
        read("""
        [{"benchmark":"B.b","mode":"thrpt","primaryMetric":{"score":"NaN",
        "scoreError":"+INF","scoreUnit":"ops/s","rawData":[["-INF","NaN",1.5]]}}]
        """)
            .get(0)
            .primary();

    assertTrue(Double.isNaN(metric.score()));
    assertEquals(Double.POSITIVE_INFINITY, metric.error());
    assertArrayEquals(
        new double[] {Double.NEGATIVE_INFINITY, Double.NaN, 1.5}, metric.rawData()[0]);
  }

  @Test
  void theDotOfOlderVersionsIsDroppedFromSecondaryNames() {
    JmhResult result =
        read("""
        [{"benchmark":"B.b","mode":"avgt","primaryMetric":{"score":1},
        "secondaryMetrics":{"\u00b7gc.alloc.rate.norm":{"score":40}}}]
        """)
            .get(0);

    assertEquals(List.of("gc.alloc.rate.norm"), List.copyOf(result.secondary().keySet()));
  }

  @Test
  void sampleModeGivesTheMeanOfEachIterationsHistogram() {
    JmhMetric metric =
        read("""
        [{"benchmark":"B.b","mode":"sample","primaryMetric":{"score":1,
        "rawDataHistogram":[[[[10.0,3],[20.0,1]],[[7.0,1]]]]}}]
        """)
            .get(0)
            .primary();

    assertArrayEquals(new double[][] {{12.5, 7}}, metric.rawData());
  }

  @Test
  void whatAnEntryNeedNotHaveHasANeutralValue() {
    JmhResult result =
        read("[{\"benchmark\":\"B.b\",\"mode\":\"ss\",\"primaryMetric\":{\"score\":1}}]").get(0);

    assertEquals(1, result.key().threads());
    assertEquals("", result.setting().jdkVersion());
    assertTrue(Double.isNaN(result.measurementTime()));
    assertTrue(Double.isNaN(result.primary().error()));
    assertEquals(0, result.primary().rawData().length);
  }

  @Test
  void whatIsNoResultIsRefusedInOneLine() throws IOException {
    Path file = folder.resolve("result.json");
    for (String text :
        List.of(
            "",
            "{}",
            "[]",
            "null",
            "[1]",
            "[{}]",
            "[{\"benchmark\":\"B.b\"}]",
            "[{\"benchmark\":\"B.b\",\"mode\":\"avgt\",\"primaryMetric\":{}}]",
            "[{\"benchmark\":\"B.b\",\"mode\":\"avgt\",\"primaryMetric\":{\"score\":\"fast\"}}]",
            "[{\"benchmark\":[],\"mode\":\"avgt\",\"primaryMetric\":{\"score\":1}}]",
            "[{\"benchmark\":\"B.b\",\"mode\":\"avgt\",\"primaryMetric\":{\"score\":1,"
                + "\"rawData\":[3]}}]",
            "[{\"benchmark\":\"B.b\",\"mode\":\"sample\",\"primaryMetric\":{\"score\":1,"
                + "\"rawDataHistogram\":[[[[1]]]]}}]",
            "[{\"benchmark\":\"B.b\",\"mode\":\"avgt\",\"threads\":4294967297,"
                + "\"primaryMetric\":{\"score\":1}}]",
            "[{\"benchmark\":",
            "not json at all {",
            "[".repeat(10_000))) {
      Files.writeString(file, text);

      BadInput refused = assertThrows(BadInput.class, () -> JmhJson.read(file), text);

      assertTrue(refused.getMessage().startsWith(file + ":"), refused.getMessage());
      assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
    }
  }

  @Test
  void aBinaryFileAndAMissingOneAreRefusedInOneLine() throws IOException {
    Path binary = Files.write(folder.resolve("b"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

    assertThrows(BadInput.class, () -> JmhJson.read(binary));
    BadInput missing = assertThrows(BadInput.class, () -> JmhJson.read(folder.resolve("none")));
    assertTrue(missing.getMessage().contains("none: no such file"), missing.getMessage());
  }

  @Test
  void theFolderOfARunStandsForItsResult() throws IOException {
    Files.writeString(
        folder.resolve("jmh.json"),
        "[{\"benchmark\":\"B.b\",\"mode\":\"ss\",\"primaryMetric\":{\"score\":1}}]");

    assertEquals("B.b", JmhJson.read(folder).get(0).key().benchmark());
  }

  private static List<JmhResult> read(String json) {
    return JmhJson.of(JsonDocument.of("test", json));
  }
}
