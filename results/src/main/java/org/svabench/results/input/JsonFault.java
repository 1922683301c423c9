package org.svabench.results.input;

import com.google.gson.JsonParseException;

/** What is wrong with a JSON text, in the reader's words, on one line. */
public final class JsonFault {
  private JsonFault() {}

  /**
   * The reader's innermost reason: it says the line and column.
   *
   * @param failure of the reader
   * @return the first line of its message, may be empty
   */
  public static String in(JsonParseException failure) {
    Throwable reason = failure.getCause() == null ? failure : failure.getCause();
    return String.valueOf(reason.getMessage()).lines().findFirst().orElse("");
  }
}
