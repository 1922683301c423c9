package org.svabench.benchmarks.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.svabench.results.input.InputFile;

/** Whole recorded files through the reader, the model and the writer. */
class RecordedScenariosTest {
  private static final Map<String, List<String>> INPUT =
      Map.of(
          "mm", List.of("op", "mm"),
          "bind", List.of("op", "mm", "dev"),
          "unbind", List.of("op", "h"),
          "inv", List.of("op", "mm", "s", "e"),
          "exit", List.of("op", "mm"));

  @TempDir Path folder;

  static List<String> recordings() throws IOException, URISyntaxException {
    Path vectors = Path.of(RecordedScenariosTest.class.getResource("/vectors").toURI());
    try (Stream<Path> files = Files.list(vectors)) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  @Test
  void allRecordingsAreThere() throws IOException, URISyntaxException {
    assertEquals(28, recordings().size());
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void aRecordingIsWrittenByteForByte(String recording) {
    InputFile file = InputFile.named(recording);
    List<String> mismatches = new ArrayList<>();
    List<String> outcomes = new ArrayList<>();
    Scenario.Tally tally = Scenario.check(file, outcomes::add, mismatches::add);
    assertEquals(List.of(), mismatches);
    assertEquals(0, tally.mismatches());
    assertEquals(file.lines(), outcomes);
    assertEquals(outcomes.size() - 2, tally.operations());
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void inputFieldsAreEnough(String recording) throws IOException {
    List<String> lines = InputFile.named(recording).lines();
    List<String> inputs = new ArrayList<>(List.of(lines.get(0)));
    for (String line : lines.subList(1, lines.size() - 1)) {
      JsonObject operation = JsonParser.parseString(line).getAsJsonObject();
      operation.keySet().retainAll(INPUT.get(operation.get("op").getAsString()));
      inputs.add(operation.toString());
    }
    Path script = Files.write(folder.resolve("script.jsonl"), inputs);
    List<String> outcomes = new ArrayList<>();
    Scenario.run(InputFile.named(script.toString()), outcomes::add);
    assertEquals(lines, outcomes);
    assertTrue(inputs.size() > 300);
  }
}
