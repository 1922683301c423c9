package org.svabench.benchmarks.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.InputFile;

class ScenarioTest {
  private static final String HEADER =
      "{'format':'sva-vectors/1','topology':'spr-1s-dsa','model':'vtd-7.1'}";

  @TempDir Path folder;

  @Test
  void everyOutcomeFieldIsWrittenInItsPlace() {
    assertEquals(
        List.of(
            "{'op':'mm','mm':0}",
            "{'op':'bind','mm':0,'dev':1,'rc':0,'h':0,'sh':0,'hu':1,'pasid':1,'dom':[1],'di':0}",
            "{'op':'bind','mm':0,'dev':1,'rc':0,'h':0,'sh':1,'hu':2,'pasid':1,'dom':[1],'di':0}",
            "{'op':'inv','mm':0,'s':'0x7000','e':'0x8000','subs':"
                + "[[1,[['P',1,1,'0x7000',0],['D',1,28424,'0x7000',0]]]]}",
            "{'op':'unbind','h':0,'mm':0,'dev':1,'rc':0,'hu':1,'pasid':1,'dom':[1]}",
            "{'op':'exit','mm':0,'rc':0,'pasid':1,'dom':[1],'subs':"
                + "[[1,[['C',1,1]]],[1,[['A',1,1]]],[1,[['D',1,28424,'0x0',52]]]]}",
            "{'op':'unbind','h':0,'mm':0,'dev':1,'rc':0,'hu':0,'pasid':-1,'dom':[],'mmfree':1}",
            "{'op':'end','ops':7,'tot':{'P':1,'A':1,'D':2,'C':1,'submits':4}}"),
        outcomes(
            HEADER,
            "{'op':'mm','mm':0}",
            "",
            "{'op':'bind','mm':0,'dev':1}",
            "{'op':'bind','mm':0,'dev':1}",
            "{'op':'inv','mm':0,'s':'0x7000','e':'0X8000'}",
            "{'op':'unbind','h':0}",
            "{'op':'exit','mm':0}",
            "{'op':'unbind','h':0}"));
  }

  @Test
  void aForkedChildHasNoPasidAndItsParentIsNotifiedOfEverything() {
    assertEquals(
        "{'op':'fork','mm':0,'child':5,'pasid':-1,'subs':"
            + "[[0,[['A',1,1],['D',1,27144,'0x0',52]]]]}",
        outcome(3, HEADER, "{'op':'mm','mm':0}", bind(0), "{'op':'fork','mm':0,'child':5}"));
    assertEquals(
        "{'op':'bind','mm':5,'dev':0,'rc':0,'h':1,'sh':0,'hu':1,'pasid':2,'dom':[1],'di':0}",
        outcome(
            4,
            HEADER,
            "{'op':'mm','mm':0}",
            bind(0),
            "{'op':'fork','mm':0,'child':5}",
            "{'op':'bind','mm':5,'dev':0}"));
  }

  @Test
  void aKernelRangeIsFlushedFromEverySvaMm() {
    assertEquals(
        "{'op':'kva','s':'0xffff888000000000','e':'0xffffffffffffffff','subs':"
            + "[[0,[['P',1,1,'0xffff800000000000',35],['D',1,27144,'0xffff800000000000',35]]]]}",
        outcome(
            3,
            HEADER,
            "{'op':'mm','mm':0}",
            bind(0),
            "{'op':'kva','s':'0xffff888000000000','e':'0xffffffffffffffff'}"));
  }

  @Test
  void cachingModeMakesABindSpeak() {
    assertEquals(
        "{'op':'bind','mm':0,'dev':0,'rc':0,'h':0,'sh':0,'hu':1,'pasid':1,'dom':[1],'di':0,'subs':"
            + "[[0,[['C',1,1]]],[0,[['A',1,1]]]]}",
        outcome(2, machine("'caching':1", "'sid':8"), "{'op':'mm','mm':0}", bind(0)));
  }

  @Test
  void aUnitThatCannotDoSvaRefusesBinds() {
    assertEquals(
        "{'op':'bind','mm':0,'dev':0,'rc':'-ENODEV','pasid':1,'dom':[]}",
        outcome(2, machine("'svm':0", "'sid':8"), "{'op':'mm','mm':0}", bind(0)));
  }

  @Test
  void aDeviceWithTheQuirkIsToldTwice() {
    assertEquals(
        "{'op':'inv','mm':0,'s':'0x0','e':'0x1000','subs':"
            + "[[0,[['P',1,1,'0x0',0],['D',1,8,'0x0',0],['D',1,8,'0x0',0]]]]}",
        outcome(
            3,
            machine("'class':0", "'sid':8,'quirk':1"),
            "{'op':'mm','mm':0}",
            bind(0),
            "{'op':'inv','mm':0,'s':'0x0','e':'0x1000'}"));
  }

  @Test
  void defectsAreTurnedOnByNameOrByEra() {
    for (String quirks : List.of("'era'", "'device-wide-full-flush'")) {
      assertEquals(
          "{'op':'inv','mm':0,'s':'0x0','e':'0xffffffffffffffff','subs':"
              + "[[0,[['A',1,1],['D*',27144,'0x0',52]]]]}",
          outcome(
              3,
              HEADER.replace("7.1'", "6.14','quirks':[" + quirks + "]"),
              "{'op':'mm','mm':0}",
              bind(0),
              "{'op':'inv','mm':0,'s':'0x0','e':'0xffffffffffffffff'}"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          nonsense                              | a line is one JSON object: nonsense: malformed JSON at $
          {'op':'mm','mm':1} {}                 | a line is one JSON object: {"op":"mm","mm":1} {}: malformed JSON at $
          [1]                                   | a line is one JSON object: [1]
          {'mm':1}                              | op is missing
          {'op':7}                              | op must be a string: 7
          {'op':'bnid','mm':0}                  | op must be one of mm, bind, unbind, inv, exit, fork, kva, end: bnid
          {'op':'mm'}                           | mm is missing
          {'op':'mm','mm':1,'mm':2}             | a line is one JSON object: {"op":"mm","mm":1,"mm":2}: mm is given twice at $.mm
          {'op':'mm','mm':1,'x':[{'a':1,'a':1}]} | a line is one JSON object: {"op":"mm","mm":1,"x":[{"a":1,"a":1}]}: a is given twice at $.x[0].a
          {'op':'mm','mm':0}                    | an mm's number is never used again: mm=0
          {'op':'mm','mm':-1}                   | mm must be a whole number 0..2147483647: -1
          {'op':'mm','mm':'1'}                  | mm must be a whole number 0..2147483647: "1"
          {'op':'mm','mm':1e99}                 | mm must be a whole number 0..2147483647: 1e99
          {'op':'bind','mm':7,'dev':0}          | unknown mm: mm=7
          {'op':'bind','mm':0,'dev':4}          | dev must be a whole number 0..3: 4
          {'op':'bind','mm':0}                  | dev is missing
          {'op':'bind','mm':9,'dev':0}          | mm 9 has exited
          {'op':'inv','mm':9,'s':'0x0','e':'0x1'} | mm 9 has exited
          {'op':'exit','mm':9}                  | mm 9 has exited
          {'op':'fork','mm':9,'child':1}        | mm 9 has exited
          {'op':'fork','mm':0,'child':9}        | an mm's number is never used again: child=9
          {'op':'unbind','h':1}                 | unknown handle: h=1
          {'op':'unbind','h':0}                 | handle 0 is gone
          {'op':'inv','mm':0,'s':0,'e':'0x1'}   | s must be a string: 0
          {'op':'inv','mm':0,'s':'7000','e':'0x1'} | s must be an address such as "0x7000": "7000"
          {'op':'inv','mm':0,'s':'0x1','e':'0x11112222333344445'} | e must be an address such as "0x7000": "0x11112222333344445"
          {'op':'inv','mm':0,'s':'0x1','e':'0x1'} | e must be above s, it is exclusive
          {'op':'kva','s':'0x1','e':'0x0'}      | e must be above s, it is exclusive
          """)
  void aWrongLineIsReportedWithItsNumberAndIsOneMismatchWhenChecking(String line, String message) {
    String[] script = {
      HEADER,
      "{'op':'mm','mm':0}",
      bind(0),
      "{'op':'unbind','h':0}",
      "{'op':'mm','mm':9}",
      "{'op':'exit','mm':9}",
      line,
      "{'op':'mm','mm':77}"
    };
    InputFile file = file(script);
    assertEquals(
        file.name() + ":7: " + message,
        assertThrows(BadInput.class, () -> Scenario.run(file, unused -> {})).getMessage());
    List<String> mismatches = new ArrayList<>();
    List<String> outcomes = new ArrayList<>();
    Scenario.Tally tally = Scenario.check(file, outcomes::add, mismatches::add);
    String mismatch = mismatches.stream().filter(each -> each.contains(":7:")).findFirst().get();
    assertTrue(mismatch.startsWith(file.name() + ":7: line: expected "), mismatch);
    assertTrue(mismatch.endsWith(", got " + message), mismatch);
    assertEquals(7, tally.operations());
    assertTrue(outcomes.contains("{\"op\":\"mm\",\"mm\":77}"), "the run goes on");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'op':'mm','mm':0}            | the first line is a header: {"format":"sva-vectors/1",...}
          {'format':'sva-vectors/2'}    | format must be "sva-vectors/1": sva-vectors/2
          {'format':'sva-vectors/1'}    | model is missing
          {'format':'sva-vectors/1','model':'vtd-6.6','topology':'x','iommus':[{'id':0,'id':0}],'devices':[]} | a line is one JSON object: {"format":"sva-vectors/1","model":"vtd-6.6","topology":"x...: id is given twice at $.iommus[0].id
          {'format':'sva-vectors/1','model':'vtd-6.15','topology':'spr-1s-dsa'} | model vtd-6.15: no design of this name; nearest: vtd-6.10, vtd-6.12, vtd-6.14
          {'format':'sva-vectors/1','model':'vtd-6.6'} | topology is missing
          {'format':'sva-vectors/1','model':'vtd-6.6','topology':'spr-2s-dsa'} | --topology spr-2s-dsa: no preset and no file of this name; nearest: spr-2s-dsa-iaa, spr-1s-dsa (--topology list shows all)
          {'format':'sva-vectors/1','model':'vtd-6.6','topology':'x','devices':[]} | iommus is missing
          {'format':'sva-vectors/1','model':'vtd-6.6','topology':'x','iommus':[],'devices':[]} | a topology needs at least one IOMMU: x
          {'format':'sva-vectors/1','model':'vtd-6.6','topology':'x','iommus':[{'id':1}],'devices':[]} | iommus[0].id must be 0: 1
          {'format':'sva-vectors/1','model':'vtd-6.6','topology':'x','iommus':[7],'devices':[]} | iommus[0] must be an object: 7
          {'format':'sva-vectors/1','model':'vtd-6.6','topology':'x','iommus':[{'id':0}],'devices':[{'id':0,'iommu':1}]} | devices[0].iommu must be 0: 1
          {'format':'sva-vectors/1','model':'vtd-6.6','topology':'x','iommus':[{'id':0}],'devices':[{'id':0,'iommu':0,'group':60000}]} | group numbers must be without gaps: group 60000 of 1 devices
          {'format':'sva-vectors/1','model':'vtd-6.6','topology':'x','iommus':[{'id':0}],'devices':[{'id':0,'iommu':0}],'groups':[[0,0]]} | group 0 must list its devices [dev0]
          {'format':'sva-vectors/1','model':'vtd-6.6','topology':'x','iommus':[{'id':0}],'devices':[{'id':0,'iommu':0}],'groups':[0]} | groups must be a list of lists: [0]
          {'format':'sva-vectors/1','model':'vtd-6.6','topology':'x','iommus':[{'id':0}],'devices':[{'id':0,'iommu':0,'ats':2}]} | devices[0].ats must be a whole number 0..1: 2
          {'format':'sva-vectors/1','model':'vtd-6.6','topology':'spr-1s-dsa','quirks':['ear']} | quirk ear: no defect of this name; nearest: era
          {'format':'sva-vectors/1','model':'vtd-6.6','topology':'spr-1s-dsa','raw':true} | raw must be a whole number 0..1: true
          """)
  void aWrongHeaderIsBadInputInAnyCase(String header, String message) {
    InputFile file = file("", header);
    String expected = file.name() + ":2: " + message;
    assertEquals(
        expected,
        assertThrows(BadInput.class, () -> Scenario.run(file, unused -> {})).getMessage());
    assertEquals(
        expected,
        assertThrows(BadInput.class, () -> Scenario.check(file, unused -> {}, unused -> {}))
            .getMessage());
  }

  @Test
  void anEmptyFileIsBadInput() {
    InputFile file = file();
    assertEquals(
        file.name() + ":1: the file is empty; its first line is a header",
        assertThrows(BadInput.class, () -> Scenario.run(file, unused -> {})).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1e99999999999", "0.5", "'0'", "null", "[0]"})
  void aRecordedValueOfAnotherKindIsADifference(String value) {
    InputFile file = file(HEADER, "{'op':'mm','mm':0}", "{'op':'exit','mm':0,'rc':" + value + "}");
    List<String> mismatches = new ArrayList<>();
    Scenario.check(file, unused -> {}, mismatches::add);
    String expected = ":3: rc: expected " + value.replace('\'', '"') + ", got 0";
    assertEquals(file.name() + expected, mismatches.get(0));
  }

  @Test
  void aDeeplyNestedLineIsBadInput() {
    InputFile file = file(HEADER, "{'op':" + "[".repeat(100_000));
    assertTrue(
        assertThrows(BadInput.class, () -> Scenario.run(file, unused -> {}))
            .getMessage()
            .startsWith(file.name() + ":2: a line is one JSON object: {"));
  }

  @Test
  void nothingComesAfterTheEnd() {
    InputFile file = file(HEADER, "{'op':'end'}", "{'op':'mm','mm':0}");
    assertEquals(
        file.name() + ":3: nothing comes after the end line",
        assertThrows(BadInput.class, () -> Scenario.run(file, unused -> {})).getMessage());
  }

  @Test
  void eachDifferenceIsNamedWithItsLineAndField() {
    InputFile file =
        file(
            HEADER,
            "{'mm':0,'op':'mm'}",
            "{'op':'bind','mm':0,'dev':1,'rc':0,'h':0.0,'sh':1,'hu':1,'pasid':2,'dom':[1],'why':'?'}",
            "{'op':'end','ops':2,'tot':{'P':0,'A':0,'D':0,'C':0,'submits':1}}");
    List<String> mismatches = new ArrayList<>();
    Scenario.Tally tally = Scenario.check(file, unused -> {}, mismatches::add);
    assertEquals(
        List.of(
            ":3: sh: expected 1, got 0",
            ":3: pasid: expected 2, got 1",
            ":3: why: expected \"?\", got nothing",
            ":3: di: expected nothing, got 0",
            ":4: tot: expected {\"P\":0,\"A\":0,\"D\":0,\"C\":0,\"submits\":1}, got"
                + " {\"P\":0,\"A\":0,\"D\":0,\"C\":0,\"submits\":0}"),
        mismatches.stream().map(each -> each.substring(file.name().length())).toList());
    assertEquals("2 operations, 5 mismatches", tally.toString());
    assertEquals("4 operations, 10 mismatches", tally.plus(tally).toString());
  }

  @Test
  void noMutationOfAScenarioDoesWorseThanBeingBadInput() {
    long seed = 6;
    Random random = new Random(seed);
    String whole =
        String.join(
            "\n",
            machine("'class':0,'caching':1", "'group':0,'sid':8,'ats':1,'max_pasids':16"),
            "{'op':'mm','mm':0}",
            bind(0),
            "{'op':'inv','mm':0,'s':'0x7000','e':'0x8000'}",
            "{'op':'fork','mm':0,'child':1}",
            "{'op':'kva','s':'0xffff888000000000','e':'0xffffffffffffffff'}",
            "{'op':'unbind','h':0}",
            "{'op':'exit','mm':0}",
            "{'op':'end'}");
    String alphabet = "0123456789abx-.,:'{}[]\\ \n\u00e9";
    int refused = 0;
    for (int round = 0; round < 3_000; round++) {
      StringBuilder text = new StringBuilder(whole);
      for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
          case 1 -> text.insert(at, whole, 0, random.nextInt(whole.length()));
          default -> text.delete(at, Math.min(text.length() - 1, at + 1 + random.nextInt(20)));
        }
      }
      InputFile file = file(text.toString());
      try {
        Scenario.check(file, unused -> {}, unused -> {});
        Scenario.run(file, unused -> {});
      } catch (BadInput expected) {
        refused++;
      } catch (RuntimeException worse) {
        throw new AssertionError("seed " + seed + ", round " + round + ":\n" + text, worse);
      }
    }
    assertTrue(refused > 1_000, "many mutations are refused: " + refused);
  }

  private static String machine(String iommu, String device) {
    return "{'format':'sva-vectors/1','topology':'own','model':'vtd-7.1','iommus':[{'id':0,"
        + iommu
        + "}],'devices':[{'id':0,'iommu':0,"
        + device
        + "}]}";
  }

  private static String bind(int device) {
    return "{'op':'bind','mm':0,'dev':" + device + "}";
  }

  /** One outcome line, with single quotes; line 0 is the header. */
  private String outcome(int line, String... script) {
    return outcomes(script).get(line - 1);
  }

  /** The outcome lines after the header, with single quotes. */
  private List<String> outcomes(String... script) {
    List<String> outcomes = new ArrayList<>();
    Scenario.run(file(script), line -> outcomes.add(line.replace('"', '\'')));
    assertEquals(script[0], outcomes.get(0));
    return outcomes.subList(1, outcomes.size());
  }

  private InputFile file(String... lines) {
    Path path = folder.resolve("own.jsonl");
    try {
      Files.writeString(path, String.join("\n", lines).replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return InputFile.named(path.toString());
  }
}
