package org.svabench.results.exchange;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.nio.charset.StandardCharsets;

/**
 * The content of an exported file.
 *
 * @param content bytes, text is UTF-8
 * @param leftOut figures that are not finite and that the format cannot hold
 */
public record Export(byte[] content, int leftOut) {
  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  static Export of(String text, int leftOut) {
    return new Export(text.getBytes(StandardCharsets.UTF_8), leftOut);
  }

  static Export json(Object document, int leftOut) {
    return of(PRETTY.toJson(document) + "\n", leftOut);
  }
}
