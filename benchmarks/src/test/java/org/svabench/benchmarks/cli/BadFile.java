package org.svabench.benchmarks.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Everything that can be wrong with a file before its content is looked at, and much after. */
enum BadFile {
  MISSING((byte[]) null),
  EMPTY(""),
  BLANK("\n \n\n"),
  DIRECTORY((byte[]) null),
  BINARY(noise()),
  ZEROS(new byte[300]),
  GZIP_HEAD(new byte[] {0x1f, (byte) 0x8b}),
  GZIP_CUT_SHORT(half(gzip("some text to pack\n".repeat(500)))),
  GZIP_DAMAGED(damaged(gzip("some text to pack\n".repeat(500)))),
  GZIP_TWICE(gzip(gzip("some text".getBytes(StandardCharsets.UTF_8)))),
  TEXT("hello world\nnothing of ours\n"),
  UTF_16("[{\"schemaVersion\":1}]\n".getBytes(StandardCharsets.UTF_16)),
  UTF_16_LITTLE_ENDIAN("\ufeff[{\"a\":1}]\n".getBytes(StandardCharsets.UTF_16LE)),
  LATIN_1("family vtd\niommu d\u00e9j\u00e0 [".getBytes(StandardCharsets.ISO_8859_1)),
  LONG_LINE("x".repeat(1 << 20)),
  LONG_BLANK_LINE("IOMMU: a Register Base Address: 0\ninv_iotlb x" + " ".repeat(1 << 20) + "y\n"),
  DEEP_LISTS("[".repeat(100_000)),
  DEEP_OBJECTS("{\"a\":".repeat(100_000)),
  JSON_NULL("null"),
  JSON_NUMBER("12"),
  JSON_EMPTY_OBJECT("{}"),
  JSON_EMPTY_LIST("[]"),
  JSON_CUT_SHORT("[{\"benchmark\":\"a.B.c\",\"mode\":\"avgt\",\"primaryMetric\":{\"score\":"),
  JSON_WITH_MORE_BEHIND(Jmh.with("", "") + "]"),
  JSON_KEY_TWICE(Jmh.with("\"mode\":\"avgt\"", "\"mode\":\"avgt\",\"mode\":\"ss\"")),
  JSON_OTHER_VERSION("{\"schemaVersion\":2,\"rows\":[],\"findings\":[]}"),
  JSON_HALF_VERSION("{\"schemaVersion\":1.5}"),
  JSON_NOTHING_BUT_VERSION("{\"schemaVersion\":1}"),
  JSON_REPLAY_OF_WRONG_KINDS("{\"schemaVersion\":1,\"series\":{\"seconds\":[1]},\"designs\":[2]}"),
  JSON_FANOUT_OF_WRONG_KINDS("{\"schemaVersion\":1,\"rows\":[[]],\"findings\":2}"),
  JMH_NULLS("[{\"benchmark\":null,\"mode\":\"avgt\",\"primaryMetric\":{\"score\":1}}]"),
  JMH_NEGATIVE_FORKS(Jmh.with("\"forks\":1", "\"forks\":-1")),
  JMH_OVERFLOWING_THREADS(Jmh.with("\"threads\":1", "\"threads\":4294967297")),
  JMH_OVERFLOWING_SCORE(Jmh.with("[[8]]", "[[1e999]]")),
  JMH_SCORE_OF_WORDS(Jmh.with("[[8]]", "[[\"fast\"]]"));

  /** A good result of JMH, for damage to be done to. */
  static final class Jmh {
    static final String GOOD =
        "[{\"benchmark\":\"org.svabench.B.b\",\"mode\":\"avgt\",\"threads\":1,\"forks\":1,"
            + "\"params\":{\"design\":\"vtd-6.6\",\"topology\":\"t\"},\"primaryMetric\":{"
            + "\"score\":8,\"scoreError\":\"NaN\",\"scoreUnit\":\"ns/op\",\"rawData\":[[8]]}}]";

    static String with(String part, String other) {
      return GOOD.replace(part, other);
    }
  }

  private final byte[] content;

  BadFile(byte[] content) {
    this.content = content;
  }

  BadFile(String content) {
    this(content == null ? null : content.getBytes(StandardCharsets.UTF_8));
  }

  boolean isFile() {
    return content != null;
  }

  /** Puts it into a folder under a name of its own. */
  Path in(Path folder) throws IOException {
    Path path = folder.resolve(name().toLowerCase(java.util.Locale.ROOT));
    if (this == DIRECTORY) {
      return Files.createDirectories(path);
    }
    return this == MISSING ? path : Files.write(path, content);
  }

  /** Puts it into a folder in place of one of its files. */
  void as(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private static byte[] noise() {
    byte[] bytes = new byte[5000];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  static byte[] gzip(String text) {
    return gzip(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] half(byte[] whole) {
    return Arrays.copyOf(whole, whole.length / 2);
  }

  private static byte[] damaged(byte[] whole) {
    whole[whole.length / 2] ^= 0x55;
    return whole;
  }
}
