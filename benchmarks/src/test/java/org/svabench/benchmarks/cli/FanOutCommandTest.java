package org.svabench.benchmarks.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.svabench.model.Designs;
import org.svabench.model.cost.CostPresets;
import org.svabench.model.topology.TopologyPresets;

class FanOutCommandTest {
  @TempDir Path folder;

  @Test
  void theTableShowsCountsAndTimeByDesign() {
    assertEquals(
        """
        spr-1s-dsa: 4 devices with ATS behind 4 VT-d units
        one notification of 1 page at 0x7f0000000000, all devices bound in order of their ids

        design    commands  IOTLB  devTLB  waits  exits  covered  whole       modelled us
        vtd-6.6          8      4       4      8      0        4      0  7.60 (3.60-19.6)
        vtd-6.8          8      4       4      8      0        4      0  7.60 (3.60-19.6)
        vtd-6.14         8      4       4      4      0        4      0  6.40 (2.68-17.9)

        covered: 4 KiB pages told to IOTLBs, summed over IOMMUs; whole: commands for all of a PASID, which cover no block
        time is modelled from vtd-spr (Intel Sapphire Rapids, bare metal), typical (least-most)
        sharing the domain alone (vtd-6.6 -> vtd-6.8): saves nothing here, 8 commands as before, 8 waits as before
        all of this (vtd-6.6 -> vtd-6.14): waits 8 -> 4 (-50 %), 8 commands as before
        """,
        out("--topology", "spr-1s-dsa", "--design", "vtd-6.6,vtd-6.8,vtd-6.14"));
  }

  @Test
  void markdownIsATableAndAList() {
    String markdown =
        out("--topology", "guest-1viommu:16", "--design", "vtd-6.8,vtd-6.10", "--format", "md");
    assertEquals(
        """
        **guest-1viommu:16: 16 devices with ATS behind 1 VT-d unit, queue trapped, caching mode**; one notification of 1 page at 0x7f0000000000, all devices bound in order of their ids

        | design | commands | IOTLB | devTLB | waits | exits | covered | whole | modelled us |
        |---|---:|---:|---:|---:|---:|---:|---:|---:|
        | vtd-6.8 | 32 | 16 | 16 | 32 | 32 | 1 | 0 | 1690 (1690-1798) |
        | vtd-6.10 | 17 | 1 | 16 | 17 | 17 | 1 | 0 | 898 (898-955) |

        """,
        markdown.substring(0, markdown.indexOf("- covered")));
    assertTrue(
        markdown.endsWith(
            "- one IOTLB command per IOMMU (vtd-6.8 -> vtd-6.10): commands 32 -> 17 (-47 %), waits 32"
                + " -> 17 (-47 %)\n"),
        markdown);
  }

  @Test
  void jsonHoldsEveryFigure() {
    JsonObject document =
        json("--topology", "spr-2s-dsa-iaa", "--design", "vtd-6.14", "--range", "4p@0x7000,all");
    assertEquals(1, document.get("schemaVersion").getAsInt());
    JsonArray rows = document.getAsJsonArray("rows");
    assertEquals(2, rows.size());
    JsonObject row = rows.get(0).getAsJsonObject();
    assertEquals(
        JsonParser.parseString(
            "{'topology':'spr-2s-dsa-iaa','family':'vtd','trapped':false,'iommus':8,'devices':16,"
                + "'range':'4p@0x7000','start':'0x7000','end':'0xb000','design':'vtd-6.14',"
                + "'hypothetical':false,'quirks':[],'bound':16,'refused':[],'commands':24,"
                + "'iotlbCommands':8,'deviceTlbCommands':16,'waits':8,'submissions':8,'exits':0,"
                + "'coveredPages':128,'wholePasidCommands':0,'cost':'vtd-spr','minNanos':7520,"
                + "'typNanos':18400,'maxNanos':55680}"),
        row);
    assertEquals(8, rows.get(1).getAsJsonObject().get("wholePasidCommands").getAsInt());
  }

  @Test
  void csvHasOneLineForEachDesign() {
    List<String> lines =
        out("--design", "all", "--format", "csv", "--cost", "none").lines().toList();
    assertTrue(lines.get(0).startsWith("topology,family,trapped,iommus,devices,range,start,"));
    assertEquals(Designs.all().size() + 1, lines.size());
    assertEquals(
        "guest-1viommu,vtd,true,1,4,1p,0x7f0000000000,0x7f0000001000,vtd-6.6,false,,4,,8,4,4,8,8,8,"
            + "1,0,none,,,",
        lines.get(1));
  }

  @Test
  void withoutPricesThereIsNoTime() {
    String table = out("--cost", "none");
    assertFalse(table.contains("modelled"), table);
  }

  @Test
  void aPresetThatHasNoPriceForExitsSaysSo() {
    assertTrue(out("--cost", "vtd-spr").contains("; it has no price for exits\n"));
    assertTrue(
        out("--topology", "spr-1s-dsa", "--cost", "vtd-guest-shadow")
            .contains("; it prices exits alone, and here are none\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"thor-gb10", "kunpeng920-2s", "epyc-2s-8iommu"})
  void designsOfAnotherFamilyAreMarkedHypothetical(String topology) {
    String table = out("--topology", topology, "--design", "vtd-6.6");
    assertTrue(table.contains("\nvtd-6.6 * "), table);
    assertTrue(table.contains("* hypothetical: this machine has "), table);
    JsonObject row =
        json("--topology", topology, "--design", "vtd-6.6")
            .getAsJsonArray("rows")
            .get(0)
            .getAsJsonObject();
    assertTrue(row.get("hypothetical").getAsBoolean());
  }

  @Test
  void defectsAndRefusedDevicesAreTold() {
    String table = out("--topology", "client-hetero", "--range", "all", "--quirk", "era");
    assertTrue(
        table.contains("\nvtd-6.6: defects on: v6.6.0: a full flush emits no command\n"), table);
    assertTrue(table.contains("\nvtd-7.1: 1 of 2 devices bound; refused: 1 with -EINVAL\n"), table);
  }

  @Test
  void aTopologyAndACostCanBeFiles() throws IOException {
    Path machine = folder.resolve("machine.topo");
    Files.writeString(machine, "family vtd\niommu u\ndevice d iommu=u ats=no\n");
    Path prices = folder.resolve("prices.cost");
    Files.writeString(prices, "iotlb typ=700\n");
    JsonObject row =
        json("--topology", machine + "", "--cost", prices + "", "--design", "vtd-6.14")
            .getAsJsonArray("rows")
            .get(0)
            .getAsJsonObject();
    assertEquals(machine.toString(), row.get("topology").getAsString());
    assertEquals(700, row.get("typNanos").getAsInt());
  }

  @Test
  void listsSayWhatThereIs() {
    String topologies = out("--topology", "list");
    TopologyPresets.all()
        .forEach(
            preset ->
                assertTrue(
                    topologies.contains("\n" + preset.syntax())
                        || topologies.startsWith(preset.syntax()),
                    preset::syntax));
    String designs = out("--design", "list");
    Designs.all().forEach(design -> assertTrue(designs.contains(design.name()), design::name));
    String costs = out("--cost", "list");
    CostPresets.all()
        .forEach(preset -> assertTrue(costs.contains("\n" + preset.name() + ": "), preset::name));
    assertTrue(costs.contains("x2.7"));
    assertTrue(out("--quirk", "list").contains("full-flush-wrap"));
  }

  @ParameterizedTest
  @CsvSource({"topology, topologies", "design, designs", "cost, costs", "quirk, quirks"})
  void listsComeInEveryFormat(String option, String name) {
    JsonArray entries = json("--" + option, "list").getAsJsonArray(name);
    assertTrue(entries.size() > 4);
    assertEquals(entries.size() + 1, out("--" + option, "list", "--format", "csv").lines().count());
    assertEquals(entries.size() + 2, out("--" + option, "list", "--format", "md").lines().count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--topology guest-1viommu:0  | svabench: --topology guest-1viommu[:n] takes n 1..65536",
        "--topology nowhere          | svabench: --topology nowhere: no preset and no file",
        "--design vtd-6.7            | svabench: --design vtd-6.7: no design of this name; nearest: ",
        "--range 0p                  | svabench: --range must not be empty",
        "--cost gold                 | svabench: --cost gold: no preset and no file",
        "--cost timeout              | svabench: --cost timeout has informative figures only",
        "--quirk bug                 | svabench: --quirk bug: no defect of this name",
        "--format xml                | svabench: --format must be one of table, json, csv, md: xml",
        "--desing all                | svabench: fanout: Unknown option",
        "extra                       | svabench: fanout: Unmatched argument",
      })
  void badUsageIsOneLine(String arguments, String error) {
    CommandLineSession session = CommandLineSession.run(("fanout " + arguments).split(" "));
    assertEquals(2, session.exitCode());
    assertEquals("", session.out());
    assertTrue(session.err().startsWith(error), session.err());
    assertEquals(1, session.err().lines().count(), session.err());
  }

  private static JsonObject json(String... arguments) {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    all[0] = "--format";
    all[1] = "json";
    return JsonParser.parseString(out(all)).getAsJsonObject();
  }

  private static String out(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "fanout";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    CommandLineSession session = CommandLineSession.run(all);
    assertEquals("", session.err());
    assertEquals(0, session.exitCode());
    return session.out();
  }
}
