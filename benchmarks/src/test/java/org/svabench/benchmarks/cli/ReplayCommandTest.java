package org.svabench.benchmarks.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svabench.benchmarks.trace.TraceReader;
import org.svabench.model.Design;
import org.svabench.model.Designs;

class ReplayCommandTest {
  @TempDir Path folder;
  private Path trace;

  @BeforeEach
  void copyCapture() throws IOException {
    trace = folder.resolve("redis");
    Files.copy(TraceReader.class.getResourceAsStream("redis.strace.gz"), trace);
  }

  private CommandLineSession replay(String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "replay";
    arguments[1] = trace.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return CommandLineSession.run(arguments);
  }

  private static void assertRefused(CommandLineSession session, String message) {
    assertEquals(2, session.exitCode());
    assertEquals("", session.out());
    assertEquals("svabench: " + message, session.err().strip());
  }

  @Test
  void everyDesignHasARowAndNothingGoesUnsaid() {
    CommandLineSession session = replay("--topology", "guest-1viommu:4");
    assertEquals(0, session.exitCode());
    assertEquals("", session.err());
    List<String> lines = session.out().lines().toList();
    for (Design design : Designs.all()) {
      assertTrue(
          lines.stream().anyMatch(line -> line.startsWith(design.name() + " ")), design.name());
    }
    assertTrue(lines.contains("lines skipped: 2 signals (first at line 172)"));
    assertTrue(session.out().contains("392 notifications (9.7/s): madvise 315"));
    assertTrue(session.out().contains("1 other mm unbound (11 notifications not counted"));
    assertTrue(session.out().contains("not in a trace of calls: copy-on-write"));
    assertTrue(session.out().contains("assumed: 2 x old rights unknown, taken as removed"));
  }

  @Test
  void jsonHasEverySecond() {
    JsonObject json = JsonParser.parseString(replay("--format", "json").out()).getAsJsonObject();
    assertEquals(1, json.get("schemaVersion").getAsInt());
    assertEquals(392, json.get("notifications").getAsInt());
    long sum = 0;
    for (var second : json.getAsJsonObject("series").getAsJsonArray("seconds")) {
      sum += second.getAsJsonObject().get("notifications").getAsLong();
    }
    assertEquals(392, sum);
    assertEquals(472, json.getAsJsonObject("lines").get("total").getAsInt());
  }

  @Test
  void csvHasOneRowPerDesign() {
    List<String> rows =
        replay("--format", "csv", "--design", "vtd-6.6,vtd-6.14", "--cost", "none")
            .out()
            .lines()
            .toList();
    assertEquals(
        List.of(
            "design,notifications,notifications_per_s,passed_on_as_everything,commands,waits,exits,"
                + "whole_pasid_commands,asked_pages,covered_pages,over_invalidation",
            "vtd-6.6,392,9.7,181,4000,4000,4000,724,2438,5749,2.36",
            "vtd-6.14,392,9.7,181,1960,392,392,181,2438,21353,8.76"),
        rows);
  }

  @Test
  void markdownHasATable() {
    assertTrue(replay("--format", "md").out().contains("| vtd-6.14 | 392 | 181 | 1960 | 392 |"));
  }

  @Test
  void whatIfHoldsAllDesignsAgainstOne() {
    String out = replay("--what-if", "--design", "vtd-6.8", "--format", "csv").out();
    assertTrue(
        out.lines().findFirst().orElseThrow().endsWith("commands_ratio,waits_ratio,time_ratio"));
    assertTrue(out.lines().toList().get(1).startsWith("vtd-6.8,"));
    assertTrue(
        out.lines().anyMatch(l -> l.startsWith("vtd-6.14,") && l.endsWith("0.490,0.098,0.098")));
  }

  @Test
  void fewerDevicesSendFewerCommands() {
    String out = replay("--devices", "1", "--design", "vtd-6.14", "--format", "csv").out();
    assertTrue(out.contains("vtd-6.14,392,9.7,181,784,392,392"), out);
  }

  @Test
  void anotherProcessCanBeChosen() {
    assertTrue(replay("--pid", "13151").out().contains("11 notifications"));
    assertTrue(replay("--all-mms").out().contains("403 notifications"));
    assertTrue(replay("--comm", "prog").out().contains("403 notifications"));
    assertTrue(
        replay("--comm", "nobody").out().contains("bound: nothing, no address space of the trace"));
  }

  @Test
  void badInputIsOneLine() {
    assertRefused(replay("--devices", "5"), "--devices 5: guest-1viommu:4 has 1..4");
    assertRefused(
        CommandLineSession.run("replay", folder.toString()),
        folder + ": is a directory; name a trace, or - for standard input");
    assertEquals(2, replay("--topology", "nothing").exitCode());
    assertEquals(2, replay("--design", "nothing").exitCode());
    assertEquals(2, replay("--cost", "nothing").exitCode());
    assertEquals(2, replay("--format", "xml").exitCode());
    assertEquals(2, replay("--pid", "1", "--all-mms").exitCode());
    assertEquals(2, CommandLineSession.run("replay").exitCode());
  }
}
