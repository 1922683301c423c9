package org.svabench.benchmarks.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateCommandTest {
  @Test
  void theTableSaysThatItIsSimulatedAndShowsWhatVaries() {
    List<String> lines =
        out("--topology spr-1s-dsa --design vtd-6.6,vtd-6.14 --cpus 1,4 --notifications 200")
            .lines()
            .toList();
    assertEquals(
        "simulated (discrete events, seed 1, 200 notifications a row): topology spr-1s-dsa, range"
            + " 1p, cost vtd-spr, ril off, mms 1, depth 256, poll outside, wait sequential, queue"
            + " shared, full unfair, before 50%, commands 8",
        lines.get(0));
    assertTrue(lines.get(2).startsWith("design    cpus  notif/s  per CPU  p50 us"), lines.get(2));
    assertTrue(lines.get(3).startsWith("vtd-6.6   1 "), lines.get(3));
    assertTrue(lines.get(6).startsWith("vtd-6.14  4 "), lines.get(6));
  }

  @Test
  void aSmallQueueStandsBesideANormalOneUnlessToldOtherwise() {
    JsonArray rows =
        json(
            "--topology azure-vm-144:1 --design smmu-6.11 --cpus 8 --range 300p --ril off,on"
                + " --notifications 50");
    assertEquals(4, rows.size());
    assertEquals(256, row(rows, 0).get("depth").getAsInt());
    assertEquals(262_144, row(rows, 1).get("depth").getAsInt());
    assertTrue(row(rows, 0).get("fullQueues").getAsLong() > 0);
    assertEquals(0, row(rows, 1).get("fullQueues").getAsLong());
    assertEquals(301, row(rows, 0).get("commands").getAsLong());
    assertEquals("on", row(rows, 2).get("ril").getAsString());
    assertTrue(row(rows, 2).get("commands").getAsLong() < 10);
  }

  @Test
  void everyOutputSaysThatItIsSimulated() {
    String sweep = "--topology spr-1s-dsa --cpus 2 --design vtd-6.14 --notifications 20";
    String blast = sweep + " --mms 2 --slow 0=2ms";
    for (String arguments : List.of(sweep, blast)) {
      assertTrue(out(arguments).startsWith("simulated ("));
      assertTrue(out(arguments + " --format md").startsWith("**simulated ("));
      List<String> csv = out(arguments + " --format csv").lines().toList();
      assertTrue(csv.get(0).startsWith("simulated,"), csv.get(0));
      assertTrue(csv.get(1).startsWith("true,"), csv.get(1));
      assertTrue(row(json(arguments), 0).get("simulated").getAsBoolean());
    }
  }

  @Test
  void designsOfAnotherFamilyAreMarkedHypothetical() {
    String table = out("--topology thor-gb10 --design vtd-6.14 --cpus 2 --notifications 20");
    assertTrue(table.contains("design vtd-6.14 (hypothetical), "), table);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--cpus 0             | svabench: --cpus 0: must be 1..4096",
        "--cpus many          | svabench: simulate: Invalid value",
        "--mms 0              | svabench: --mms 0: must be 1 or above, or cpus",
        "--mms some           | svabench: --mms some: must be a whole number or cpus",
        "--depth 3            | svabench: --depth 3: must be 4..1048576",
        "--depth deep         | svabench: --depth deep: must be a whole number or normal",
        "--depth 8            | svabench: simulate: a submission of 17 slots needs a queue of 18"
            + " or",
        "--ril maybe          | svabench: --ril must be one of on, off, own: maybe",
        "--poll never         | svabench: --poll must be one of lock, outside, own: never",
        "--wait long          | svabench: --wait must be one of sequential, overlapped: long",
        "--queue none         | svabench: --queue must be one of shared, per-cpu: none",
        "--full never         | svabench: --full must be one of unfair, fair: never",
        "--before 101         | svabench: --before 101: must be 0..100",
        "--slow 0             | svabench: --slow 0: write DEVICE=TIME, such as 0=100ms",
        "--slow 0=0ms         | svabench: --slow 0=0ms: the time must be above 0",
        "--slow 0=soon        | svabench: --slow soon: not a time up to 1000s; write 1500ns",
        "--slow 77=1ms        | svabench: --slow 77: guest-1viommu:16 has devices 0..15",
        "--gap 5              | svabench: --gap 5: not a time up to 1000s; write 1500ns",
        "--line 5ns           | svabench: --line 5ns: write BUSY/ROUNDTRIP, such as 20ns/100ns",
        "--notifications 0    | svabench: --notifications 0: must be 1 or above",
        "--seed x             | svabench: simulate: Invalid value",
        "--format xml         | svabench: --format must be one of table, json, csv, md: xml",
      })
  void badUsageIsOneLine(String arguments, String error) {
    CommandLineSession session =
        CommandLineSession.run(
            ("simulate --topology guest-1viommu:16 --design vtd-6.14 " + arguments).split(" "));
    assertEquals(2, session.exitCode());
    assertEquals("", session.out());
    assertTrue(session.err().startsWith(error), session.err());
    assertEquals(1, session.err().lines().count(), session.err());
  }

  private static JsonObject row(JsonArray rows, int index) {
    return rows.get(index).getAsJsonObject();
  }

  private static JsonArray json(String arguments) {
    return JsonParser.parseString(out(arguments + " --format json"))
        .getAsJsonObject()
        .getAsJsonArray("rows");
  }

  private static String out(String arguments) {
    CommandLineSession session = CommandLineSession.run(("simulate " + arguments).split(" "));
    assertEquals("", session.err());
    assertEquals(0, session.exitCode());
    return session.out();
  }
}
