package org.svabench.benchmarks.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  /** Two devices bound, a page and the whole mm; the form of the driver's trace.h, by hand. */
  private Path hardware(boolean right) throws IOException {
    String front = "  app-%d   [007] d..2.  19.%06d: ";
    List<String> events =
        List.of(
            "cache_tag_assign: dmar0/dmar0 type iotlb did 1 pasid 7 ref 1",
            "cache_tag_assign: dmar0/0000:6a:01.0 type devtlb did 1 pasid 7 ref 1",
            "cache_tag_assign: dmar0/dmar0 type iotlb did 1 pasid 7 ref 2",
            "cache_tag_assign: dmar0/0000:6a:02.0 type devtlb did 1 pasid 7 ref 1",
            "cache_tag_flush_range: dmar0 dmar0[7] type iotlb did 1 [0x7000-0x7fff] addr 0x7000"
                + " pages 0x1 mask 0x0",
            "cache_tag_flush_range: dmar0 0000:6a:01.0[7] type devtlb did 1 [0x7000-0x7fff] addr"
                + " 0x7000 pages 0x1 mask 0x0",
            "cache_tag_flush_range: dmar0 0000:6a:02.0[7] type devtlb did 1 [0x7000-0x7fff] addr"
                + " 0x7000 pages 0x1 mask 0x0",
            "qi_submit: p_iotlb_inv dmar0: 0x700010036 0x7000 0x0 0x0",
            "qi_submit: p_dev_tlb_inv dmar0: 0x6a0000076a088108 0x7000 0x0 0x0",
            "qi_submit: p_dev_tlb_inv dmar0: 0x6a1000076a100108 "
                + (right ? "0x7000" : "0x8000")
                + " 0x0 0x0");
    List<String> lines = new ArrayList<>(List.of("# tracer: nop"));
    for (String event : events) {
      lines.add(String.format(front, 4242, lines.size()) + event);
    }
    return Files.write(folder.resolve(right ? "right" : "wrong"), lines);
  }

  @Test
  void theModelIsHeldAgainstTheEventsOfTheDriver() throws IOException {
    Path right = hardware(true);
    CommandLineSession agreed = CommandLineSession.run("replay", right.toString(), "--compare");
    assertEquals(0, agreed.exitCode(), agreed.out() + agreed.err());
    assertTrue(agreed.out().contains("machine: from the trace, IOMMUs 1, devices 2"));
    assertTrue(
        agreed
            .out()
            .lines()
            .anyMatch(row -> row.matches("vtd-6.14 +1 +0 +3 +3 +not traced +1 +yes")));
    assertTrue(agreed.out().lines().anyMatch(row -> row.matches("vtd-6.6 +1 +1 +3 +4 .* no")));
    Path wrong = hardware(false);
    CommandLineSession differed =
        CommandLineSession.run("replay", wrong.toString(), "--compare", "--design", "vtd-6.14");
    assertEquals(1, differed.exitCode());
    assertTrue(
        differed
            .out()
            .contains(
                wrong
                    + ":11: pasid 7, 0x7000-0x8000, command 3: recorded dmar0 p_dev_tlb_inv pasid 7"
                    + " 6a:02.0 0x8000 order 0, model dmar0 p_dev_tlb_inv pasid 7 6a:02.0 0x7000"
                    + " order 0"),
        differed.out());
    JsonObject json =
        JsonParser.parseString(
                CommandLineSession.run("replay", wrong.toString(), "--compare", "--format", "json")
                    .out())
            .getAsJsonObject();
    assertEquals(false, json.get("agrees").getAsBoolean());
    assertEquals(8, json.getAsJsonArray("designs").size());
  }

  @Test
  void aComparisonIsARowPerDesignInCsvAndMarkdown() throws IOException {
    String wrong = hardware(false).toString();
    CommandLineSession csv =
        CommandLineSession.run("replay", wrong, "--compare", "--format", "csv");
    assertEquals(1, csv.exitCode(), csv.err());
    List<String> rows = csv.out().lines().toList();
    assertEquals(9, rows.size());
    assertTrue(rows.get(0).startsWith("design,agrees,notifications,differing,recorded_commands,"));
    String row = rows.stream().filter(each -> each.startsWith("vtd-6.14,")).findAny().orElseThrow();
    assertEquals(
        "vtd-6.14,no,1,1,3,3,,1,0,0,0,11,7,0x7000-0x8000,3,"
            + "dmar0 p_dev_tlb_inv pasid 7 6a:02.0 0x8000 order 0,"
            + "dmar0 p_dev_tlb_inv pasid 7 6a:02.0 0x7000 order 0",
        row);
    int cells = rows.get(0).split(",", -1).length;
    for (String each : rows) {
      assertEquals(cells, each.split(",", -1).length, each);
    }
    String right = hardware(true).toString();
    assertTrue(
        CommandLineSession.run("replay", right, "--compare", "--format", "csv")
            .out()
            .contains("vtd-6.14,yes,1,0,3,3,,1,0,0,0,,,,,,\n"));
    String markdown = CommandLineSession.run("replay", wrong, "--compare", "--format", "md").out();
    assertTrue(
        markdown.lines().anyMatch(l -> l.matches("\\| vtd-6.14 +\\| +1 +\\| +1 +\\|.* no +\\|")),
        markdown);
  }

  @Test
  void comparingWithoutEventsIsRefused() {
    CommandLineSession refused = replay("--compare");
    assertEquals(2, refused.exitCode());
    assertTrue(refused.err().contains("no events of the IOMMU driver to compare"));
    assertEquals(1, refused.err().lines().count());
    assertEquals(2, replay("--compare", "--design", "amd-6.14").exitCode());
    assertEquals(2, replay("--compare", "--what-if").exitCode());
  }

  @Test
  void anMmThatTheBoundProcessLeftByExecIsPointedAt() throws IOException {
    Path script = folder.resolve("script");
    Files.write(
        script,
        List.of(
            "10 1.0 execve(\"./wrapper\", [\"x\"], NULL) = 0",
            "10 1.1 mmap(NULL, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000000000",
            "10 1.2 execve(\"/usr/bin/program\", [\"x\"], NULL) = 0"));
    String out = CommandLineSession.run("replay", script.toString()).out();
    assertTrue(out.contains("the bound process executed program (10), a new mm that nothing is"));
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
