package org.svabench.benchmarks.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.svabench.benchmarks.scenario.Scenario;
import org.svabench.results.input.InputFile;

/** Damaged scenarios, run and checked. */
class ScenarioFuzzIT {
  private static final int OPERATIONS = 8;
  private static final List<String> WORDS =
      List.of(
          "\"op\":\"mm\"",
          "\"op\":\"bind\"",
          "\"op\":\"unbind\"",
          "\"op\":\"inv\"",
          "\"op\":\"exit\"",
          "\"op\":\"fork\",\"mm\":0,\"child\":1",
          "{\"op\":\"kva\",\"s\":\"0x0\",\"e\":\"0x1000\"}\n",
          "{\"op\":\"end\"}\n",
          "\"topology\":\"grid:2x2\"",
          "\"model\":\"smmu-6.11\"",
          "\"model\":\"amd-6.14\"",
          "\"quirks\":[\"era\"]",
          "\"raw\":1",
          "\"groups\":[[0]]",
          "\"0xfffffffffffff000\"");

  @Test
  void aDamagedScenarioIsRunOrRefusedAtALine() throws InterruptedException {
    Fuzzing.of(
        "scenario",
        new Mutator(documents(), WORDS),
        () ->
            document -> {
              InputFile file = InputFile.of("damaged", document);
              Scenario.check(file, outcome -> {}, mismatch -> {});
              Scenario.run(file, outcome -> {});
            });
  }

  private static List<byte[]> documents() {
    List<byte[]> documents = new ArrayList<>();
    for (String recording :
        List.of(
            "pergroup.t02_1x4",
            "shared.t09_groups",
            "shared-v68.t07_4iommu_2class",
            "shared-v71.t10_smallpasid",
            "shared.t13_ranges")) {
      String path =
          ScenarioFuzzIT.class.getResource("/vectors/" + recording + ".jsonl.gz").getPath();
      List<String> lines = InputFile.named(path).lines();
      documents.add(
          (String.join("\n", lines.subList(0, OPERATIONS)) + "\n")
              .getBytes(StandardCharsets.UTF_8));
    }
    Stream.of("vtd-6.6", "vtd-bitset", "smmu-6.6", "amd-6.14")
        .map(ScenarioFuzzIT::script)
        .map(script -> script.getBytes(StandardCharsets.UTF_8))
        .forEach(documents::add);
    return documents;
  }

  private static String script(String design) {
    return """
        {"format":"sva-vectors/1","topology":"grid:2x2","model":"%s"}
        {"op":"mm","mm":0}
        {"op":"bind","mm":0,"dev":0}
        {"op":"bind","mm":0,"dev":3}
        {"op":"inv","mm":0,"s":"0x7000","e":"0x9000"}
        {"op":"unbind","h":0}
        {"op":"exit","mm":0}
        """
        .replace("%s", design);
  }
}
