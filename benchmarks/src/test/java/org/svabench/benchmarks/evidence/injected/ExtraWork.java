package org.svabench.benchmarks.evidence.injected;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Repeats that the jar of a slower candidate adds to a kernel's own; other jars add none. */
public final class ExtraWork {
  /** Beside this class in the candidate's jar: a whole number. */
  public static final String FILE = "extra-repeats";

  private ExtraWork() {}

  /** The repeats of a kernel in this jar. */
  public static int on(int repeats) {
    try (InputStream in = ExtraWork.class.getResourceAsStream(FILE)) {
      return in == null
          ? repeats
          : repeats + Integer.parseInt(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
