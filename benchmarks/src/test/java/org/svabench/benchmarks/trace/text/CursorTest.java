package org.svabench.benchmarks.trace.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CursorTest {
  private static Cursor at(String text) {
    Cursor cursor = new Cursor();
    byte[] bytes = Ascii.bytes(text);
    cursor.over(bytes, 0, bytes.length);
    return cursor;
  }

  private static void assertNumber(long expected, String text) {
    Cursor cursor = at(text);
    assertTrue(cursor.number(), text);
    assertEquals(expected, cursor.value(), text);
  }

  @Test
  void numbersAreDecimalOrHexadecimal() {
    assertNumber(0, "0");
    assertNumber(4096, "4096)");
    assertNumber(-1, "-1 EINVAL");
    assertNumber(0x7f00_0000_1000L, "0x7f0000001000,");
    assertNumber(-1, "0xffffffffffffffff");
    assertNumber(-1, "18446744073709551615");
    assertNumber(0, "NULL");
    assertNumber(0, "(nil)");
  }

  @Test
  void numbersBeyond64BitsAreRefusedAndSaid() {
    for (String text :
        new String[] {"0x10000000000000000", "18446744073709551616", "9".repeat(40)}) {
      Cursor cursor = at(text);
      assertFalse(cursor.number(), text);
      assertTrue(cursor.tooLarge(), text);
    }
  }

  /** Numbers are read a word of bytes at a time, which must show in no result. */
  @Test
  void numbersOfAnyLengthEndWhereTheirDigitsEnd() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      long number = random.nextLong() >>> random.nextInt(64);
      String zeros = "0".repeat(random.nextInt(4) == 0 ? random.nextInt(20) : 0);
      boolean hex = random.nextBoolean();
      String digits = hex ? Long.toHexString(number) : Long.toUnsignedString(number);
      String text =
          (hex ? "0x" : "") + zeros + (i % 3 == 0 ? digits.toUpperCase(Locale.ROOT) : digits);
      String behind = String.valueOf((char) random.nextInt(256)) + "19af";
      if (Character.digit(behind.charAt(0), 16) >= 0) {
        behind = "";
      }
      byte[] line = ("12" + text + behind).getBytes(StandardCharsets.ISO_8859_1);
      Cursor cursor = new Cursor();
      int end = 2 + text.length() + (i % 2 == 0 ? behind.length() : 0);
      cursor.over(line, 2, end);
      assertTrue(cursor.number(), text + behind);
      assertEquals(number, cursor.value(), text + behind);
      assertEquals(2 + text.length(), cursor.at(), text + behind);
    }
  }

  @Test
  void digitsBehindTheEndOfTheLineAreNotRead() {
    Cursor cursor = new Cursor();
    cursor.over(Ascii.bytes("1234567890123456"), 0, 5);
    assertTrue(cursor.number());
    assertEquals(12_345, cursor.value());
  }

  @Test
  void aNameEndsAtTheFirstByteThatIsNoPartOfIt() {
    for (String name :
        new String[] {"", "a", "pread64", "exit_group", "remap_file_pages", "z".repeat(33)}) {
      for (String behind : new String[] {"", "(3)", "A", "{", "`", "/", ":", "\u00e1", "\0"}) {
        byte[] line = (name + behind).getBytes(StandardCharsets.ISO_8859_1);
        Cursor cursor = new Cursor();
        cursor.over(line, 0, line.length);
        assertEquals(name.length(), cursor.endOfName(), name + behind);
      }
    }
  }

  @Test
  void whatIsNoNumberLeavesTheCursorInPlace() {
    for (String text : new String[] {"", "-", "0x", "x", "-x", "0xg"}) {
      Cursor cursor = at(text);
      boolean zero = text.startsWith("0");
      assertEquals(zero && !text.startsWith("0x"), cursor.number(), text);
      assertEquals(0, cursor.at(), text);
      assertFalse(cursor.tooLarge(), text);
    }
  }

  @Test
  void secondsTakeEitherDecimalMark() {
    for (String text : new String[] {"1795327743.699410 ", "1795327743,699410 "}) {
      Cursor cursor = at(text);
      assertTrue(cursor.seconds());
      assertEquals(1_795_327_743_699_410_000L, cursor.value());
      assertEquals(' ', cursor.peek());
    }
  }

  @Test
  void timesAreExactToTheNanosecondWhateverTheirDigits() {
    assertTime(0, "0");
    assertTime(9_223_372_034_000_000_000L, "9223372034");
    assertTime(1_000_000_001, "1.000000001");
    assertTime(1_123_456_789, "1.12345678999999999999");
    assertTime(1_100_000_000, "00000000000000000000001.1");
    assertTime(1_000_000_000, "1.");
  }

  private static void assertTime(long expected, String text) {
    Cursor cursor = at(text);
    assertTrue(cursor.seconds(), text);
    assertEquals(expected, cursor.value(), text);
  }

  @Test
  void millisecondsHaveSixDigitsThatCount() {
    Cursor cursor = at("1234.56789012345 ms");
    assertTrue(cursor.milliseconds());
    assertEquals(1_234_567_890L, cursor.value());
    assertEquals(' ', cursor.peek());
  }

  @Test
  void secondsOfMoreThanThreeCenturiesAreNoTime() {
    assertFalse(at("9999999999999.5").seconds());
  }

  @Test
  void flagsAreReadByNameAndByNumber() {
    Flags flags = new Flags("MAP_").with("SHARED", 1).with("FIXED", 16);
    assertEquals(17, flags.read(at("MAP_SHARED|MAP_FIXED, 4")));
    assertEquals(17, flags.read(at("SHARED|FIXED|STACK")));
    assertEquals(17, flags.read(at("0x11")));
    assertEquals(1, flags.read(at("0x1 /* MAP_SHARED */|21<<MAP_HUGE_SHIFT")));
    assertEquals(-1, flags.read(at(", 4")));
  }

  @Test
  void flagsOfACallThatIsCutEndBeforeTheCutHoweverOftenTheyAreRead() {
    Flags flags = new Flags("MAP_").with("SHARED", 1).with("FIXED", 16);
    for (int round = 0; round < 3; round++) {
      for (String behind : new String[] {" <unfinished ...>", ", 4", ")", ""}) {
        for (String text : new String[] {"MAP_SHARED", "MAP_SHARED|21<<MAP_HUGE_SHIFT"}) {
          Cursor cursor = at(text + behind);
          assertEquals(1, flags.read(cursor), text + behind);
          assertEquals(text.length(), cursor.at(), text + behind);
        }
      }
    }
  }

  @Test
  void manyTextsOfFlagsAreToldApart() {
    Flags flags = new Flags("MAP_").with("SHARED", 1).with("FIXED", 16);
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 2000; i++) {
        assertEquals(i | 16, flags.read(at(i + "|MAP_FIXED, 4")), "flags " + i);
      }
    }
  }
}
