package org.svabench.model.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.svabench.model.text.MalformedText;

class CostTextTest {
  private static final String EXAMPLE =
      """
      description "dmar_perf_latency of my machine"
      saving typ=300   # before what it saves from
      iotlb  "inv_iotlb" min=400 typ=900 max=2000 tag=L source="x=1 # 409 samples"
      devtlb typ=1000
      note   "page request" typ=9000
      """;

  @Test
  void theStatementsPriceTheTerms() {
    CostPreset preset = parse(EXAMPLE);
    assertEquals("mine.cost", preset.name());
    assertEquals("dmar_perf_latency of my machine", preset.description());
    assertEquals(new Price(400, 900, 2000), preset.price(CostTerm.IOTLB));
    assertEquals(Price.of(1000), preset.price(CostTerm.DEVICE_TLB));
    assertEquals(Price.of(300), preset.price(CostTerm.SAVING));
    assertEquals(Price.ZERO, preset.price(CostTerm.EXIT));
    CostRow iotlb = preset.rows().get(1);
    assertEquals("inv_iotlb", iotlb.what());
    assertEquals("L", iotlb.tag());
    assertEquals("x=1 # 409 samples", iotlb.source());
    CostRow saving = preset.rows().get(0);
    assertEquals("A", saving.tag());
    assertEquals("not given", saving.source());
  }

  @Test
  void whatIsWrittenIsReadBack() {
    for (CostPreset preset : CostPresets.all()) {
      if (preset.pricesAnything()) {
        CostPreset read = CostText.parse(preset.name(), CostText.lines(preset));
        assertEquals(preset.description(), read.description());
        assertEquals(
            preset.rows().stream().filter(row -> row.price() != null).toList(), read.rows());
      }
    }
  }

  @Test
  void quotesInATextAreWrittenAsApostrophes() {
    CostRow row = CostRow.of(CostTerm.EXIT, "a \"b\"\n", Price.of(1), "L", "c");
    assertEquals(
        "exit \"a 'b''\" min=1 typ=1 max=1 tag=\"L\" source=\"c\"",
        CostText.lines(new CostPreset("p", "", java.util.List.of(row))).get(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                         | 2 | the text ends without a price: iotlb, devtlb, saving, exit, command, note
          note a typ=1               | 2 | the text ends without a price: iotlb, devtlb, saving, exit, command, note
          iotbl typ=1                | 1 | a line starts with description or a term: iotlb, devtlb, saving, exit, command, note
          iotlb                      | 1 | iotlb needs typ=NANOSECONDS
          iotlb typ=                 | 1 | typ needs a value
          iotlb typ=0.9              | 1 | typ must be a whole number 0..1000000000000: 0.9
          iotlb typ=1000000000001    | 1 | typ must be a whole number 0..1000000000000: 1000000000001
          iotlb typ=99999999999999999999 | 1 | typ must be a whole number 0..1000000000000: 99999999999999999999
          iotlb typ=5 min=6          | 1 | min <= typ <= max must hold: min=6 typ=5 max=5
          iotlb typ=5 max=4          | 1 | min <= typ <= max must hold: min=5 typ=5 max=4
          iotlb typ=5 avg=4          | 1 | iotlb knows no avg; it knows typ, min, max, tag, source
          iotlb a b typ=5            | 1 | iotlb takes one text in quotes, then key=value: b
          iotlb typ=5;;iotlb typ=6   | 3 | iotlb is priced twice
          saving typ=6;iotlb typ=5   | 1 | saving must not be above iotlb: 6 > 5 ns (MIN)
          exit typ=5;saving typ=6    | 2 | saving must not be above iotlb: 6 > 0 ns (MIN)
          iotlb typ=9;devtlb typ=5;saving typ=6 | 3 | saving must not be above devtlb: 6 > 5 ns (MIN)
          note typ=5                 | 1 | note needs a text in quotes behind it
          iotlb "a typ=5             | 1 | a quoted text starts and ends with ", with blanks around it
          iotlb "a"typ=5             | 1 | a quoted text starts and ends with ", with blanks around it
          description a b            | 1 | description takes one text in quotes, then key=value: b
          """)
  void aMistakeIsReportedWithItsLineAndWhatWouldBeRight(String text, int line, String message) {
    MalformedText fault =
        assertThrows(MalformedText.class, () -> parse(text.replace(';', '\n') + "\n"));
    assertEquals(message, fault.getMessage());
    assertEquals(line, fault.line());
  }

  @Test
  void noMutationOfATextDoesWorseThanBeingMalformed() {
    long seed = 61;
    Random random = new Random(seed);
    String alphabet = "abdtlbxy0123456789=:#-\"' \n\t\u00e9";
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder(EXAMPLE);
      for (int edits = 1 + random.nextInt(5); edits > 0; edits--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
          case 1 -> text.insert(at, EXAMPLE, 0, random.nextInt(EXAMPLE.length()));
          default -> text.delete(at, Math.min(text.length() - 1, at + 1 + random.nextInt(12)));
        }
      }
      try {
        parse(text.toString());
      } catch (MalformedText expected) {
        refused++;
      } catch (RuntimeException worse) {
        throw new AssertionError("seed " + seed + ", round " + round + ":\n" + text, worse);
      }
    }
    assertTrue(refused > 10_000, "most mutations are refused: " + refused);
  }

  private static CostPreset parse(String text) {
    return CostText.parse("mine.cost", text.lines().toList());
  }
}
