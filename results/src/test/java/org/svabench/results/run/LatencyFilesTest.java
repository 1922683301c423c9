package org.svabench.results.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatencyFilesTest {
  @TempDir Path folder;

  @Test
  void theLogGivesBackEveryIntervalWithoutLoss() throws IOException {
    List<Histogram> intervals = List.of(interval(1, 100, 3), interval(2, 5_000_000, 400));

    new LatencyFiles(folder).write("row.bind", 1, intervals);

    List<EncodableHistogram> read = new ArrayList<>();
    try (HistogramLogReader reader =
        new HistogramLogReader(folder.resolve("row.bind.hlog").toFile())) {
      while (reader.hasNext()) {
        read.add(reader.nextIntervalHistogram());
      }
    }
    assertEquals(intervals, read);
    assertEquals("fork-2", read.get(1).getTag());
    assertEquals(intervals.get(1).getStartTimeStamp(), read.get(1).getStartTimeStamp());
  }

  @Test
  void theCurveIsOfAllIntervalsAndOfOneCall() throws IOException {
    new LatencyFiles(folder)
        .write("row.bind", 64, List.of(interval(1, 640, 3), interval(2, 6400, 1)));

    List<String> curve = Files.readAllLines(folder.resolve("row.bind.hgrm"));
    assertTrue(curve.get(0).contains("1/(1-Percentile)"), curve.get(0));
    assertTrue(curve.get(2).strip().startsWith("10.000"), curve.get(2));
    assertTrue(
        curve.stream().anyMatch(line -> line.contains("Total count    =            4]")),
        () -> String.join("\n", curve));
    assertTrue(
        Files.readString(folder.resolve("row.bind.hlog")).contains("nanoseconds of 64 calls"));
  }

  private static Histogram interval(int fork, long value, int times) {
    Histogram histogram = new Histogram(1, 60_000_000_000L, 3);
    histogram.recordValueWithCount(value, times);
    histogram.setStartTimeStamp(1_795_338_378_000L + fork * 1000L);
    histogram.setEndTimeStamp(1_795_338_378_100L + fork * 1000L);
    histogram.setTag("fork-" + fork);
    return histogram;
  }
}
