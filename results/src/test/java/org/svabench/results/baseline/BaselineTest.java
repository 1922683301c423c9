package org.svabench.results.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.svabench.results.input.BadInput;

class BaselineTest {
  @TempDir private Path folder;

  private static Map<String, Object> figures(Object... namesAndValues) {
    Map<String, Object> figures = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      figures.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
    return figures;
  }

  private static Baseline of(Map<String, Map<String, Object>> rows) {
    return Baseline.of("notes", "notes of a test", rows);
  }

  @Test
  void whatWasWrittenIsReproduced() throws IOException {
    Baseline written = of(Map.of("a", figures("commands", 17, "refused", "-ENODEV")));

    written.write(folder);

    assertEquals(List.of(), Baseline.read(folder, "notes").differences(written));
  }

  @Test
  void aRowIsALineSortedByName() throws IOException {
    of(Map.of("b", figures("x", 2), "a \"quoted\"", figures("x", 1, "y", 3))).write(folder);

    assertEquals(
        List.of(
            "{",
            "  \"schemaVersion\": 1,",
            "  \"about\": \"notes of a test\",",
            "  \"rows\": {",
            "    \"a \\\"quoted\\\"\": {\"x\": 1, \"y\": 3},",
            "    \"b\": {\"x\": 2}",
            "  }",
            "}"),
        Files.readAllLines(folder.resolve("notes.json")));
  }

  @Test
  void everyKindOfChangeIsALine() throws IOException {
    of(Map.of("changed", figures("commands", 17, "waits", 2), "gone", figures("commands", 1)))
        .write(folder);

    List<String> lines =
        Baseline.read(folder, "notes")
            .differences(
                of(
                    Map.of(
                        "changed",
                        figures("commands", 18, "waits", 2),
                        "new",
                        figures("commands", 5))));

    assertEquals(
        List.of("  changed: commands 17 -> 18", "- gone: commands 1", "+ new: commands 5"), lines);
  }

  @Test
  void whereNothingIsKeptEverythingIsNew() {
    assertEquals(1, Baseline.read(folder, "notes").differences(of(Map.of("a", figures()))).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "{\"schemaVersion\": 2, \"about\": \"\", \"rows\": {}}",
        "{\"schemaVersion\": 1, \"about\": \"\", \"rows\": {\"a\": 1}}",
        "{\"schemaVersion\": 1, \"about\": \"\", \"rows\": {\"a\": {\"b\": [1]}}}",
        "{\"schemaVersion\": 1, \"about\": \"\", \"rows\": {\"a\": {\"b\": null}}}",
        "{\"schemaVersion\": 1, \"about\": \"\", \"rows\": {\"a\": {\"b\": 1, \"b\": 2}}}",
        "{\"schemaVersion\": \"x\"}"
      })
  void aDamagedFileIsOneLineWithItsName(String text) throws IOException {
    Files.writeString(folder.resolve("notes.json"), text);

    BadInput bad = assertThrows(BadInput.class, () -> Baseline.read(folder, "notes"));

    assertTrue(bad.getMessage().contains("notes.json"), bad.getMessage());
    assertEquals(1, bad.getMessage().lines().count(), bad.getMessage());
  }
}
