package org.svabench.benchmarks.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.svabench.benchmarks.calibrate.Calibration;
import org.svabench.model.cost.CostPresets;
import org.svabench.model.cost.CostText;
import org.svabench.model.text.MalformedText;
import org.svabench.model.topology.TopologyText;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.InputFile;

/** Damaged texts that a user writes or pastes: machines, prices, tables of measurements. */
class WrittenTextsFuzzIT {
  private static final List<String> LATENCY_TABLES =
      List.of(
          """
          IOMMU: dmar0 Register Base Address: 26be37000
                          <0.1us   0.1us-1us    1us-10us  10us-100us   100us-1ms    1ms-10ms      >=10ms     min(us)     max(us) average(us)
             inv_iotlb           0         286         123           0           0           0           0           0           1           0
            inv_devtlb           0         276         133           0           0           0           0           0           2           0
               svm_prq           0           0           0           5           0           0           1          12       20000        3600
          """,
          "IOMMU: a Register Base Address: 0\ninv_iotlb 0 286 123 0 0 0 0 0 1 0\n");
  private static final List<String> MAPPING_BENCHMARKS =
      List.of(mapping(1, 1), mapping(12, 16) + mapping(12, 1));

  private static String mapping(int threads, int granule) {
    return """
        dma mapping benchmark: threads:%d seconds:20 node:-1 dir:BIDIRECTIONAL granule: %d
        average map latency(us):0.4 standard deviation:0.2
        average unmap latency(us):1.7 standard deviation:0.6
        """
        .formatted(threads, granule);
  }

  /** Tables as the kernel and its tools write them. */
  static List<byte[]> measuredTables() {
    return Stream.concat(LATENCY_TABLES.stream(), MAPPING_BENCHMARKS.stream())
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void aDamagedTopologyIsReadOrRefusedAtALine() throws InterruptedException {
    Mutator mutator =
        mutator(
            List.of(
                """
                # a machine
                family vtd
                trapped no
                iommu dmar0
                iommu dmar1 class=1 caching=yes svm=no ril=yes
                device 0000:6a:01.0 iommu=dmar0 sid=0x10 pri=yes max_pasids=64
                device nic iommu=dmar1 ats=no count=2 rid="r1"
                group pair nic1 nic0
                """,
                "family smmu\niommu a\ndevice b iommu=a quirk=yes rid=x\ndevice c iommu=a rid=x\n",
                "family amd\ntrapped yes\niommu \"a b\"\ndevice d iommu=\"a b\" count=300\n"),
            "count=65536",
            "group",
            "device",
            "iommu",
            "family",
            "class=",
            "\"");
    Fuzzing.of(
        "topology",
        mutator,
        () -> document -> written(document, lines -> TopologyText.parse("damaged", lines)));
  }

  @Test
  void damagedPricesAreReadOrRefusedAtALine() throws InterruptedException {
    List<String> documents = new ArrayList<>();
    CostPresets.all().stream()
        .filter(preset -> preset.pricesAnything())
        .limit(6)
        .forEach(preset -> documents.add(String.join("\n", CostText.lines(preset)) + "\n"));
    Fuzzing.of(
        "prices",
        mutator(documents, "iotlb typ=1", "saving typ=9", "note", "min=", "max=", "tag=", "exit"),
        () -> document -> written(document, lines -> CostText.parse("damaged", lines)));
  }

  @Test
  void aDamagedLatencyTableIsReadOrRefusedAtALine() throws InterruptedException {
    Mutator mutator =
        mutator(
            LATENCY_TABLES,
            "IOMMU: b Register Base Address: 1\n",
            "inv_iotlb ",
            "inv_iec 1 0 0 0 0 0 0 0 0 0\n");
    Fuzzing.of("latency table", mutator, () -> WrittenTextsFuzzIT::calibrated);
  }

  @Test
  void aDamagedMappingBenchmarkIsReadOrRefusedAtALine() throws InterruptedException {
    Mutator mutator =
        mutator(
            MAPPING_BENCHMARKS,
            "granule: 512",
            "average unmap latency(us):999999999.9 standard deviation:",
            "threads:");
    Fuzzing.of("mapping benchmark", mutator, () -> WrittenTextsFuzzIT::calibrated);
  }

  private interface Parser {
    void parse(List<String> lines);
  }

  /** What was derived must be a cost file that can be read. */
  static void calibrated(byte[] document) {
    List<String> lines = InputFile.of("damaged", document).lines();
    CostText.parse("derived", Calibration.lines("damaged", lines, false));
    if (lines.size() % 2 == 0) {
      CostText.parse("derived", Calibration.lines("damaged", lines, true));
    }
  }

  private static void written(byte[] document, Parser parser) {
    try {
      parser.parse(InputFile.of("damaged", document).lines());
    } catch (MalformedText fault) {
      throw new BadInput("damaged", fault.line(), fault.getMessage());
    }
  }

  private static Mutator mutator(List<String> documents, String... words) {
    return new Mutator(
        documents.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList(),
        List.of(words));
  }
}
