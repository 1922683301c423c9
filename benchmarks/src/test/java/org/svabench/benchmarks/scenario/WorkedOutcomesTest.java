package org.svabench.benchmarks.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.svabench.results.input.InputFile;

/** Domain lists, and the commands of bind, unbind and kernel ranges, derived by hand. */
class WorkedOutcomesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vtd-6.8   | [5]",
        "vtd-6.14  | [5]",
        "vtd-7.1   | [5]",
        "amd-6.14  | [5]",
        "smmu-6.11 | [2,3]",
        "smmu-invs | [2,3]",
        "vtd-6.6   | [[0,1],[1,1],[2,1],[3,1],[4,1]]",
        "smmu-6.6  | [[0,1],[1,1],[2,1],[3,1],[4,1]]",
      })
  void domainsOfFiveBindsOverTwoUnits(String model, String domains) throws IOException {
    List<String> script = machine(model, 2, "{'class':0}", 0, 0, 1, 1, 0);
    script.add("{'op':'mm','mm':0}");
    for (int device : new int[] {0, 1, 2, 3, 4}) {
      script.add(bind(0, device));
    }
    List<JsonObject> outcomes = outcomes(script);
    assertEquals(JsonParser.parseString(domains), outcomes.get(6).get("dom"));
  }

  @Test
  void aDomainOfItsOwnForEachOfFourArmUnitsNewestFirst() throws IOException {
    List<String> script = machine("smmu-6.11", 4, "{'class':0}", 0, 1, 2, 3, 0);
    script.add("{'op':'mm','mm':0}");
    for (int device : new int[] {0, 1, 2, 3, 4}) {
      script.add(bind(0, device));
    }
    JsonObject last = outcomes(script).get(6);
    assertEquals(JsonParser.parseString("[1,1,1,2]"), last.get("dom"));
    assertEquals(3, last.get("di").getAsInt());
  }

  @Test
  void aUnitThatCannotDoSvaGetsNoDomain() throws IOException {
    List<String> script = machine("vtd-7.1", 2, "{'svm':0}", 0, 0, 1, 1, 0);
    script.add("{'op':'mm','mm':0}");
    for (int device : new int[] {0, 1, 2, 3, 4}) {
      script.add(bind(0, device));
    }
    List<JsonObject> outcomes = outcomes(script);
    assertEquals("-ENODEV", outcomes.get(4).get("rc").getAsString());
    assertEquals("-ENODEV", outcomes.get(5).get("rc").getAsString());
    assertEquals(JsonParser.parseString("[3]"), outcomes.get(6).get("dom"));
  }

  @ParameterizedTest
  @CsvSource({
    "vtd-6.6, 0, 12",
    "vtd-6.10, 0, 12",
    "vtd-7.1, 0, 12",
    "vtd-6.6, 1, 16",
    "vtd-7.1, 1, 20",
  })
  void commandsOfBindingAndUnbindingFourDevices(String model, int caching, int commands)
      throws IOException {
    List<String> script = machine(model, 1, "{'caching':" + caching + "}", 0, 0, 0, 0);
    script.add("{'op':'mm','mm':0}");
    for (int device = 0; device < 4; device++) {
      script.add(bind(0, device));
    }
    for (int handle = 0; handle < 4; handle++) {
      script.add("{'op':'unbind','h':" + handle + "}");
    }
    List<JsonObject> outcomes = outcomes(script);
    JsonObject totals = outcomes.get(outcomes.size() - 1).getAsJsonObject("tot");
    assertEquals(commands, totals.get("submits").getAsInt());
    assertEquals(
        commands,
        totals.get("A").getAsInt() + totals.get("D").getAsInt() + totals.get("C").getAsInt());
  }

  @Test
  void aKernelRangeReachesTheDevicesOfEveryProcess() throws IOException {
    List<String> script = machine("vtd-7.1", 1, "{'class':0}", 0, 0, 0, 0);
    for (int mm = 0; mm < 3; mm++) {
      script.add("{'op':'mm','mm':" + mm + "}");
      for (int device = 0; device < 4; device++) {
        script.add(bind(mm, device));
      }
    }
    script.add("{'op':'kva','s':'0xff11000000000000','e':'0xffffffffffffffff'}");
    List<JsonObject> outcomes = outcomes(script);
    JsonArray submissions = outcomes.get(outcomes.size() - 2).getAsJsonArray("subs");
    assertEquals(3, submissions.size());
    for (int i = 0; i < 3; i++) {
      JsonArray commands = submissions.get(i).getAsJsonArray().get(1).getAsJsonArray();
      assertEquals(5, commands.size());
      // Newest mm first; with 5-level page tables the covering block has order 44.
      assertEquals(
          JsonParser.parseString("['P',1," + (3 - i) + ",'0xff00000000000000',44]"),
          commands.get(0));
    }
  }

  /** A header: units of which all but the first have these settings, a device for each entry. */
  private static List<String> machine(String model, int units, String unit, int... behind) {
    StringBuilder header = new StringBuilder("{'format':'sva-vectors/1','topology':'own'");
    header.append(",'model':'").append(model).append("','iommus':[");
    for (int id = 0; id < units; id++) {
      String settings = id == 0 && units > 1 ? "{'class':0}" : unit;
      header.append(id == 0 ? "" : ",").append(settings.replace("{", "{'id':" + id + ","));
    }
    header.append("],'devices':[");
    for (int id = 0; id < behind.length; id++) {
      header.append(id == 0 ? "" : ",");
      header.append("{'id':" + id + ",'iommu':" + behind[id] + "}");
    }
    return new ArrayList<>(List.of(header.append("]}").toString()));
  }

  private static String bind(int mm, int device) {
    return "{'op':'bind','mm':" + mm + ",'dev':" + device + "}";
  }

  private List<JsonObject> outcomes(List<String> script) throws IOException {
    Path file = folder.resolve("own.jsonl");
    Files.writeString(file, String.join("\n", script).replace('\'', '"'));
    List<JsonObject> outcomes = new ArrayList<>();
    Scenario.run(
        InputFile.named(file.toString()),
        line -> outcomes.add(JsonParser.parseString(line).getAsJsonObject()));
    return outcomes;
  }
}
