package org.svabench.benchmarks.trace.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WordsTest {
  private static int add(Words words, String word) {
    byte[] line = Ascii.bytes("(" + word + "(");
    return words.add(line, 1, 1 + word.length());
  }

  @Test
  void aWordKeepsItsIndexWhereverItStands() {
    Words words = new Words(64);
    String[] distinct = {
      "a", "b", "munmap", "munmap2", "exit_group", "exit_grou", "z".repeat(40), ""
    };
    for (int i = 0; i < distinct.length; i++) {
      assertEquals(i, add(words, distinct[i]), distinct[i]);
    }
    for (int i = 0; i < distinct.length; i++) {
      byte[] elsewhere = Ascii.bytes("12345" + distinct[i]);
      assertEquals(i, words.find(elsewhere, 5, elsewhere.length), distinct[i]);
      assertEquals(distinct[i], words.word(i));
    }
    assertEquals(-1, words.find(Ascii.bytes("ab"), 0, 2));
  }

  @Test
  void wordsBeyondTheCapacityShareTheLastIndex() {
    Words words = new Words(4);
    for (int i = 0; i < 10; i++) {
      assertEquals(Math.min(i, 3), add(words, "word" + i));
    }
    assertEquals("(others)", words.word(3));
    assertEquals(1, add(words, "word1"));
  }
}
