package org.svabench.results.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.Gson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonDocumentTest {
  private record Part(String name, @MayBeNull String note) {}

  private record Whole(int count, List<Part> parts, Map<String, Part> named) {
    Whole {
      if (count < 0) {
        throw new IllegalArgumentException("count must not be negative");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | f: not JSON: the text is empty",
        "` ` | f: not JSON: the text is empty",
        "[1 | f:1: not JSON: End of input at $[1]",
        "`[\n1,\n}` | f:3: not JSON: Expected value at $[1]",
        "{} {} | f:1: not JSON: there is more behind its end at $",
        "`{\"a\":1,\n\"b\":2,\n\"a\":3}` | f:3: not JSON: a is given twice at $.a",
        "`{\"x\":[{\"b\":2,\"b\":2}]}` | f:1: not JSON: b is given twice at $.x[0].b",
      })
  void whatIsNotJsonIsRefusedAtItsLine(String text, String message) {
    String lines = text.replace("\\n", "\n");
    assertEquals(
        message, assertThrows(BadInput.class, () -> JsonDocument.of("f", lines)).getMessage());
  }

  @Test
  void nestingIsLimited() {
    for (String deep : List.of("[", "{\"a\":")) {
      String message =
          assertThrows(BadInput.class, () -> JsonDocument.of("f", deep.repeat(100_000)))
              .getMessage();
      assertEquals("f:1: not JSON: Nesting limit 255 reached", message.substring(0, 40));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | f: schemaVersion missing; this version of svabench reads 1",
        "[] | f: schemaVersion missing; this version of svabench reads 1",
        "{\"schemaVersion\":{}} | f: schemaVersion no number; this version of svabench reads 1",
        "{\"schemaVersion\":4294967297} | f: schemaVersion 4294967297; this version of svabench"
            + " reads 1",
      })
  void anotherShapeIsRefused(String text, String message) {
    JsonDocument document = JsonDocument.of("f", text);
    assertEquals(message, assertThrows(BadInput.class, () -> document.ofVersion(1)).getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | f: not a whole: parts is missing",
        "{parts:[]} | f: not a whole: named is missing",
        "{parts:[null],named:{}} | f: not a whole: parts[0] is missing",
        "{parts:[{name:a},{note:b}],named:{}} | f: not a whole: parts[1].name is missing",
        "{parts:[],named:{a:null}} | f: not a whole: named[0] is missing",
        "{count:1e10,parts:[],named:{}} | f:1: not a whole: Expected an int but was 1e10 at $.count",
        "{count:-1,parts:[],named:{}} | f: not a whole: count must not be negative",
        "null | f: not a whole: everything is missing",
      })
  void aRecordHasAllItsFields(String text, String message) {
    JsonDocument document = JsonDocument.of("f", text);
    assertEquals(
        message,
        assertThrows(BadInput.class, () -> document.as(Whole.class, new Gson(), "a whole"))
            .getMessage());
  }

  @Test
  void whatMayBeMissingIsNull() {
    Whole whole =
        JsonDocument.of("f", "{count:2,parts:[{name:a}],named:{b:{name:c,note:d}}}")
            .as(Whole.class, new Gson(), "a whole");
    assertEquals(
        new Whole(2, List.of(new Part("a", null)), Map.of("b", new Part("c", "d"))), whole);
  }
}
