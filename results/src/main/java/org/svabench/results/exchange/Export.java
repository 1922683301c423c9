package org.svabench.results.exchange;

import java.nio.charset.StandardCharsets;
import org.svabench.results.input.PrettyJson;

/**
 * The content of an exported file.
 *
 * @param content bytes, text is UTF-8
 * @param leftOut figures that are not finite and that the format cannot hold
 */
public record Export(byte[] content, int leftOut) {

  static Export of(String text, int leftOut) {
    return new Export(text.getBytes(StandardCharsets.UTF_8), leftOut);
  }

  static Export json(Object document, int leftOut) {
    return of(PrettyJson.of(document), leftOut);
  }
}
