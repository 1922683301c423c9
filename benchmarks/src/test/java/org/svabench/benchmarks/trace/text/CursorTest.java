package org.svabench.benchmarks.trace.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
}
