package org.svabench.benchmarks.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * Damages documents: bit flips, splices, words of their language, truncation, duplication, numbers
 * at the end of their range, deep nesting. What comes out is a function of the seed alone.
 */
public final class Mutator {
  private static final int LONGEST = 1 << 14;
  private static final int MOST_DAMAGES = 6;
  private static final int DEEPEST = 400;
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "-1",
          "1e999",
          "-1e-999",
          "NaN",
          "INF",
          "\"NaN\"",
          "-INF",
          "2147483648",
          "-2147483649",
          "4294967297",
          "9223372036854775807",
          "9223372036854775808",
          "18446744073709551616",
          "0x",
          "0xffffffffffffffff",
          "0x7fffffffffffffff",
          "1.5",
          "1e2147483648",
          "99999999999999999999999",
          "\u0661\u0662",
          "1,5",
          "1_000",
          "+1",
          "007");
  private static final List<String> PIECES =
      List.of(
          "null",
          "true",
          "\"\"",
          "[]",
          "{}",
          "\\u0000",
          "\0",
          "\r",
          "\n",
          "\n\n",
          "\r\n",
          "\t",
          " ",
          "\"",
          "'",
          ":",
          ",",
          "=",
          "#",
          "\ufeff",
          "\u2028",
          "\u0130",
          "\ud83d\ude00",
          "\u001b[2J",
          "%s",
          "../../x",
          "</script>");
  private static final List<String> NESTINGS = List.of("[", "{\"a\":", "{", "(", "]", "}", ")");

  private final List<byte[]> documents;
  private final List<String> words;

  /**
   * A mutator.
   *
   * @param documents what is damaged, at least one
   * @param words what the documents' readers know besides what stands in them
   */
  public Mutator(List<byte[]> documents, List<String> words) {
    this.documents = List.copyOf(documents);
    this.words = List.copyOf(words);
  }

  /**
   * A damaged document.
   *
   * @param seed decides which and how
   * @return its bytes
   */
  public byte[] of(long seed) {
    Random random = new Random(seed * 0x9e3779b97f4a7c15L);
    byte[] bytes = any(documents, random);
    int damages = 1 + random.nextInt(MOST_DAMAGES);
    for (int i = 0; i < damages; i++) {
      bytes = damaged(bytes, random);
    }
    return bytes.length <= LONGEST ? bytes : part(bytes, 0, LONGEST);
  }

  private byte[] damaged(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, at + random.nextInt(random.nextInt(8) == 0 ? 1000 : 40));
    switch (random.nextInt(11)) {
      case 0 -> {
        byte[] flipped = bytes.clone();
        if (at < bytes.length) {
          flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
      }
      case 1 -> {
        return joined(bytes, at, new byte[] {(byte) random.nextInt(256)}, at);
      }
      case 2 -> {
        return joined(bytes, at, new byte[0], to);
      }
      case 3 -> {
        return joined(bytes, at, part(bytes, at, to), at);
      }
      case 4 -> {
        byte[] other = any(documents, random);
        int from = random.nextInt(other.length + 1);
        return joined(bytes, at, part(other, from, Math.min(other.length, from + to - at)), to);
      }
      case 5 -> {
        return random.nextInt(4) == 0 ? part(bytes, 0, at) : bytes;
      }
      case 6, 7 -> {
        return withNumber(bytes, at, text(NUMBERS, random));
      }
      case 8 -> {
        int depth = random.nextInt(random.nextInt(10) == 0 ? DEEPEST : 4);
        byte[] nesting =
            NESTINGS
                .get(random.nextInt(NESTINGS.size()))
                .repeat(depth)
                .getBytes(StandardCharsets.UTF_8);
        return joined(bytes, at, nesting, at);
      }
      case 9 -> {
        return joined(bytes, at, text(PIECES, random), random.nextBoolean() ? at : to);
      }
      default -> {
        return words.isEmpty() ? bytes : joined(bytes, at, text(words, random), at);
      }
    }
  }

  /** Puts a number in the place of the next one. */
  private static byte[] withNumber(byte[] bytes, int at, byte[] number) {
    int from = at;
    while (from < bytes.length && !isDigit(bytes[from])) {
      from++;
    }
    int to = from;
    while (to < bytes.length && isDigit(bytes[to])) {
      to++;
    }
    return joined(bytes, from, number, to);
  }

  private static boolean isDigit(byte letter) {
    return letter >= '0' && letter <= '9';
  }

  private static byte[] any(List<byte[]> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }

  private static byte[] text(List<String> some, Random random) {
    return some.get(random.nextInt(some.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] part(byte[] bytes, int from, int to) {
    return java.util.Arrays.copyOfRange(bytes, from, to);
  }

  /** The bytes with others in the place of those between two positions. */
  private static byte[] joined(byte[] bytes, int from, byte[] middle, int to) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + middle.length);
    out.write(bytes, 0, from);
    out.writeBytes(middle);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }
}
