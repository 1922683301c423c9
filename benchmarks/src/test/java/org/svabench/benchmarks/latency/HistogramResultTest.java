package org.svabench.benchmarks.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.Result;

class HistogramResultTest {
  private static final long SEED = 7;

  @Test
  void mergingLosesNoSample() {
    Random random = new Random(SEED);
    Histogram all = histogram();
    List<HistogramResult> parts = new ArrayList<>();
    for (int part = 0; part < 5; part++) {
      Histogram own = histogram();
      for (int sample = 0; sample < 10_000; sample++) {
        long value = (long) Math.exp(random.nextDouble() * 20);
        own.recordValue(value);
        all.recordValue(value);
      }
      parts.add(new HistogramResult("bind", 1, own));
    }

    HistogramResult merged = parts.get(0).getThreadAggregator().aggregate(parts);

    assertEquals(all, merged.histogram(), "seed " + SEED);
    assertEquals(10_000, parts.get(0).histogram().getTotalCount());
    assertEquals(all.getValueAtPercentile(99.9), derived(merged).get("bind.p99.9"), "seed " + SEED);
  }

  @Test
  void meansOfManyCallsAreNamedSoAndScaled() {
    Histogram samples = histogram();
    samples.recordValueWithCount(640, 9);
    samples.recordValue(1280);

    HistogramResult result = new HistogramResult("bind", 64, samples);

    assertEquals("bind.mean-of-64", result.getLabel());
    assertEquals(11.0, result.getScore(), 1e-9);
    assertEquals(10.0, derived(result).get("bind.mean-of-64.p50"), 1e-9);
    assertEquals(20.0, derived(result).get("bind.mean-of-64.max"), 0.01);
    assertEquals(10.0, result.getStatistics().getPercentile(0), 1e-9);
  }

  @Test
  void itClaimsNoErrorOfItsMean() {
    Histogram samples = histogram();
    samples.recordValueWithCount(100, 1_000_000);

    assertTrue(Double.isNaN(new HistogramResult("bind", 1, samples).getScoreError()));
  }

  @Test
  void itCrossesFromForkToHarnessWithoutLossAndSmall() throws Exception {
    Histogram samples = histogram();
    samples.recordValueWithCount(12_345, 1_000);
    samples.recordValue(RecordedTimes.HIGHEST);
    samples.setStartTimeStamp(123);
    samples.setEndTimeStamp(456);
    byte[] wire = serialised(new HistogramResult("bind", 8, samples));

    HistogramResult arrived =
        (HistogramResult) new ObjectInputStream(new ByteArrayInputStream(wire)).readObject();

    assertEquals(samples, arrived.histogram());
    assertEquals(456, arrived.histogram().getEndTimeStamp());
    assertEquals("bind.mean-of-8", arrived.getLabel());
    assertEquals(8, arrived.callsPerSample());
    assertTrue(wire.length < 2_000, wire.length + " bytes");
  }

  @Test
  void aDamagedWireFormIsRefused() throws Exception {
    byte[] wire = serialised(new HistogramResult("bind", 8, histogram()));
    for (int at = wire.length - 30; at < wire.length; at++) {
      wire[at] ^= (byte) 0x55;
    }

    assertThrows(
        IOException.class,
        () -> new ObjectInputStream(new ByteArrayInputStream(wire)).readObject());
  }

  private static byte[] serialised(HistogramResult result) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(result);
    }
    return bytes.toByteArray();
  }

  private static Map<String, Double> derived(HistogramResult result) {
    return result.getDerivativeResults().stream()
        .map(r -> (Result<?>) r)
        .collect(java.util.stream.Collectors.toMap(Result::getLabel, Result::getScore));
  }

  private static Histogram histogram() {
    return new Histogram(1, RecordedTimes.HIGHEST, RecordedTimes.DIGITS);
  }
}
