package org.svabench.results.input;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes what should be UTF-8 text; what is not is {@link BadInput} with its line. */
final class Utf8 {
  private static final String MARK = "\ufeff";

  private final String name;
  private final long firstLine;

  Utf8(String name, long firstLine) {
    this.name = name;
    this.firstLine = firstLine;
  }

  String text(byte[] bytes, int length) {
    if (length >= 2 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xff + 0xfe && bytes[0] < 0) {
      throw new BadInput(name, firstLine, "is UTF-16; save it as UTF-8");
    }
    String text;
    try {
      text = decoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
    } catch (CharacterCodingException malformed) {
      throw notText(bytes, firstMalformed(bytes, length));
    }
    // No text that is read here has a zero byte; UTF-16 without a mark does.
    int zero = text.indexOf('\0');
    if (zero >= 0) {
      throw notText(bytes, text.substring(0, zero).getBytes(StandardCharsets.UTF_8).length);
    }
    return firstLine == 1 && text.startsWith(MARK) ? text.substring(1) : text;
  }

  private BadInput notText(byte[] bytes, int at) {
    long line = firstLine;
    for (int i = 0; i < at; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return new BadInput(name, line, "is not text (UTF-8), nor gzipped text");
  }

  private static int firstMalformed(byte[] bytes, int length) {
    CharsetDecoder decoder = decoder();
    ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
    CharBuffer thrownAway = CharBuffer.allocate(1 << 12);
    while (!decoder.decode(in, thrownAway, true).isError()) {
      thrownAway.clear();
    }
    return in.position();
  }

  private static CharsetDecoder decoder() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }
}
