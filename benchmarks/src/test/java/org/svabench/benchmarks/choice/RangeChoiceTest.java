package org.svabench.benchmarks.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.svabench.results.input.BadInput;

class RangeChoiceTest {
  @ParameterizedTest
  @CsvSource({
    "1p,                 7f0000000000, 7f0000001000, 1 page at 0x7f0000000000",
    "1,                  7f0000000000, 7f0000001000, 1 page at 0x7f0000000000",
    "33P,                7f0000000000, 7f0000021000, 33 pages at 0x7f0000000000",
    "2m,                 7f0000000000, 7f0000200000, 512 pages at 0x7f0000000000",
    "6k@0x1800,          1800,         3000,         2 pages at 0x1800",
    "4p@0x7000,          7000,         b000,         4 pages at 0x7000",
    "1@0xFFFFFFFFFFFFE000, ffffffffffffe000, fffffffffffff000, 1 page at 0xffffffffffffe000",
    "0x7fff-0x8001,      7fff,         8001,         2 pages at 0x7fff",
    "0xffff888000000000-0xffffffffffffffff, ffff888000000000, ffffffffffffffff,"
        + " 32078036992 pages at 0xffff888000000000",
  })
  void sizesAndBoundsAreRead(String word, String start, String end, String inWords) {
    NotificationRange range = RangeChoice.of(word);
    assertEquals(word, range.text());
    assertEquals(start, Long.toHexString(range.start()));
    assertEquals(end, Long.toHexString(range.end()));
    assertEquals(inWords, range.inWords());
    assertFalse(range.everything());
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "ALL", "0x0-0xffffffffffffffff"})
  void everythingIsAllAddresses(String word) {
    NotificationRange range = RangeChoice.of(word);
    assertTrue(range.everything());
    assertEquals("the whole mm", range.inWords());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "p",
        "-1p",
        "1g",
        "1p@7000",
        "1p@0x",
        "0x1000",
        "0x1000-2000",
        "0x1000-0x2000-0x3000",
        "1 p",
        "everything",
        "0x11112222333344445-0x2"
      })
  void otherFormsAreRefused(String word) {
    assertEquals(
        "--range must be all, N[p|k|m][@0xADDR] (N pages, KiB or MiB) or 0xSTART-0xEND: " + word,
        message(word));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0p", "0x2000-0x1000", "0x1000-0x1000", "2p@0xffffffffffffe000"})
  void emptyAndWrappingRangesAreRefused(String word) {
    assertEquals(
        "--range must not be empty or pass the end of the address space: " + word, message(word));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999999999999999999p", "9223372036854775807p", "9007199254740992m"})
  void sizesBeyondTheAddressSpaceAreRefused(String word) {
    assertEquals("--range must be below 2^63 bytes: " + word, message(word));
  }

  @Test
  void noWordDoesWorseThanBeingBadInput() {
    long seed = 33;
    Random random = new Random(seed);
    String alphabet = "0123456789abcdefxpkm@-l";
    for (int round = 0; round < 50_000; round++) {
      StringBuilder word = new StringBuilder();
      for (int length = random.nextInt(24); length > 0; length--) {
        word.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        NotificationRange range = RangeChoice.of(word.toString());
        assertTrue(Long.compareUnsigned(range.start(), range.end()) < 0, range::toString);
      } catch (BadInput expected) {
        assertTrue(expected.getMessage().endsWith(": " + word));
      }
    }
  }

  private static String message(String word) {
    return assertThrows(BadInput.class, () -> RangeChoice.of(word)).getMessage();
  }
}
