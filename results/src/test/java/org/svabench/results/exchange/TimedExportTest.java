package org.svabench.results.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svabench.results.input.BadInput;
import org.svabench.results.jmh.JmhJson;
import org.svabench.results.latency.Recording;
import org.svabench.results.latency.Recordings;
import org.svabench.results.run.LatencyFiles;
import org.svabench.results.run.RunDirectory;

class TimedExportTest {
  private static final String SAMPLED =
      """
      [{"benchmark":"org.demo.Q.poll","mode":"sample","threads":1,"forks":2,"params":{"n":"a b"},
      "primaryMetric":{"score":2,"scoreError":0.1,"scoreUnit":"us/op",
      "rawDataHistogram":[[[[1.0,60],[3.0,30]]],[[[1.0,9],[100.0,1]]]]},"secondaryMetrics":{}}]
      """;

  @TempDir Path folder;
  private Path run;

  @BeforeEach
  void sampleModeAsARun() throws IOException {
    Path file = Files.writeString(folder.resolve("s.json"), SAMPLED);
    run =
        ImportedRun.of(
                JmhJson.document(file),
                new ImportedRun.Options(
                    folder.resolve("runs"), "s", null, Instant.parse("2026-11-22T07:45:00Z"), null))
            .path();
  }

  @Test
  void whatSampleModeRecordedBecomesAHistogramWithoutLoss() {
    List<Recording> recordings = Recordings.ofRun(run, RunDirectory.open(run).read());

    assertEquals(1, recordings.size());
    Recording recording = recordings.get(0);
    assertEquals("org.demo.Q.poll", recording.benchmark());
    assertEquals(Map.of("n", "a b"), recording.params());
    assertEquals("Q.poll_n=a-b.call", recording.name());
    Histogram sum = recording.sum();
    assertEquals(100, sum.getTotalCount());
    assertEquals(69, sum.getCountBetweenValues(999, 1001));
    assertTrue(sum.valuesAreEquivalent(100_000, sum.getMaxValue()));
  }

  @Test
  void aLogOfEverythingIsReadByHdrHistogramsOwnReader() throws IOException {
    Histogram bind = new Histogram(3);
    bind.recordValueWithCount(640, 5);
    bind.setStartTimeStamp(1_795_333_500_000L);
    bind.setEndTimeStamp(1_795_333_500_100L);
    bind.setTag("fork-1");
    new LatencyFiles(run.resolve("latency"))
        .write("Q.poll_n=a-b.bind.mean-of-64", 64, List.of(bind));

    byte[] log = export(ExportFormat.HLOG, null).content();
    List<String> tags = new ArrayList<>();
    long samples = 0;
    try (HistogramLogReader reader = new HistogramLogReader(new ByteArrayInputStream(log))) {
      while (reader.hasNext()) {
        Histogram next = (Histogram) reader.nextIntervalHistogram();
        tags.add(next.getTag());
        samples += next.getTotalCount();
      }
    }
    assertEquals(
        List.of("Q.poll_n=a-b.call", "Q.poll_n=a-b.bind.mean-of-64.fork-1"),
        tags.stream().sorted(java.util.Comparator.reverseOrder()).toList());
    assertEquals(105, samples);
  }

  @Test
  void aDistributionHoldsOneCallAndTheMessageSaysHowToChoose() throws IOException {
    Histogram bind = new Histogram(3);
    bind.recordValueWithCount(640, 4);
    new LatencyFiles(run.resolve("latency"))
        .write("Q.poll_n=a-b.bind.mean-of-64", 64, List.of(bind));

    String why = assertThrows(BadInput.class, () -> export(ExportFormat.HGRM, null)).getMessage();
    assertTrue(
        why.endsWith(
            "choose one by --call REGEX: there are Q.poll_n=a-b.bind.mean-of-64, "
                + "Q.poll_n=a-b.call"),
        why);
    String curve = new String(export(ExportFormat.HGRM, "bind").content(), StandardCharsets.UTF_8);
    assertTrue(curve.contains("\n      10.000 0.000000000000          4           1.00\n"), curve);
    assertTrue(
        assertThrows(BadInput.class, () -> export(ExportFormat.HGRM, "nosuch"))
            .getMessage()
            .startsWith("--call nosuch: matches none of the timed calls; there are "));
  }

  @Test
  void aDamagedLogIsRefusedWithItsName() throws IOException {
    Path log = run.resolve("latency").resolve("Q.poll_n=a-b.call.hlog");
    Files.writeString(log, "#[StartTime: 1.0]\n0.0,1.0,1.0,HISTFAAAAgarbage\n");

    assertEquals(
        log + ":2: not an interval of a histogram log; it is damaged",
        assertThrows(BadInput.class, () -> export(ExportFormat.HLOG, null)).getMessage());
  }

  private Export export(ExportFormat format, String calls) throws IOException {
    return format.export(
        Exported.of(run), new ExportOptions(false, calls == null ? null : Pattern.compile(calls)));
  }
}
