package org.svabench.results.input;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text is not JSON, or not JSON of the wanted kind: what is wrong, on one line, and where. */
public final class JsonFault extends Exception {
  private static final long serialVersionUID = 1L;

  private static final Pattern PLACE =
      Pattern.compile("\\s*at line (?<line>\\d{1,9}) column \\d+(?: path (?<path>\\S{0,100}))?.*");
  private static final Pattern ADVICE = Pattern.compile("Use JsonReader\\S+ to accept (.*)");

  private final long line;

  private JsonFault(String message, long line) {
    super(message);
    this.line = line;
  }

  /**
   * The fault that a reader of JSON found.
   *
   * @param failure of the reader, or of the constructor of a record that was read
   * @return its innermost reason
   */
  static JsonFault of(Exception failure) {
    Throwable reason = failure;
    while (reason.getCause() != null) {
      reason = reason.getCause();
    }
    return of(String.valueOf(reason.getMessage()).lines().findFirst().orElse("malformed"));
  }

  /** A fault in the reader's own words, which end with the place. */
  static JsonFault of(String words) {
    Matcher place = PLACE.matcher(words);
    long line = 0;
    String what = words;
    if (place.find()) {
      line = Long.parseLong(place.group("line"));
      String path = place.group("path");
      what = words.substring(0, place.start()) + (path == null ? "" : " at " + path);
    }
    return new JsonFault(ADVICE.matcher(what).replaceFirst("$1"), line);
  }

  /**
   * Where the fault is.
   *
   * @return line number, from 1; 0 where it has no line
   */
  public long line() {
    return line;
  }

  /**
   * The fault as bad input of a file.
   *
   * @param source the file as the user named it
   * @param expected what the text should have been, such as {@code JSON}
   * @return the message, to be thrown
   */
  public BadInput in(String source, String expected) {
    String message = "not " + expected + ": " + getMessage();
    return line == 0 ? new BadInput(source + ": " + message) : new BadInput(source, line, message);
  }
}
