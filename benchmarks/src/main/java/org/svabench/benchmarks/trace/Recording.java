package org.svabench.benchmarks.trace;

import java.nio.charset.StandardCharsets;
import org.svabench.results.input.BadInput;

/** Files that are not text: what they are, and what turns them into a trace. */
final class Recording {
  private static final int LOOKED_AT = 4096;

  private Recording() {}

  static void reject(String name, byte[] head) {
    String start = new String(head, 0, Math.min(16, head.length), StandardCharsets.ISO_8859_1);
    if (start.startsWith("PERFILE2")) {
      throw new BadInput(name + ": is a recording of perf; print it first: perf script -i " + name);
    }
    if (start.startsWith("\u0017\bDtracing")) {
      throw new BadInput(
          name + ": is a recording of trace-cmd; print it first: trace-cmd report " + name);
    }
    if (start.startsWith("(\u00b5/\u00fd")
        || start.startsWith("\u00fd7zXZ")
        || start.startsWith("BZh")) {
      throw new BadInput(name + ": is compressed, not by gzip; decompress it first, or pipe it in");
    }
    if (start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff")) {
      throw new BadInput(name + ": is UTF-16; save it as UTF-8");
    }
    int odd = 0;
    int looked = Math.min(LOOKED_AT, head.length);
    for (int i = 0; i < looked; i++) {
      int letter = head[i] & 0xff;
      odd += letter < 9 || letter > 13 && letter < 32 ? 1 : 0;
    }
    if (odd * 10 > looked) {
      throw new BadInput(name + ": is a binary file; a trace is text, or text in gzip");
    }
  }
}
