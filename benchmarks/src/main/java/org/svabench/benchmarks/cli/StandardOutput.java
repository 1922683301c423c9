package org.svabench.benchmarks.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/** Whether standard output took all that was printed: a print stream keeps failures to itself. */
final class StandardOutput {
  private static final String NOBODY_READS = "Broken pipe";

  private StandardOutput() {}

  /**
   * The exit code of a command that has printed everything.
   *
   * @param code what it would be
   * @return {@link ExitCode#NOT_FINISHED} where some of it was lost, after saying so on standard
   *     error; that a reader such as {@code head} went away is no failure
   */
  static int code(int code) {
    if (!System.out.checkError()) {
      return code;
    }
    String why = reason();
    if (why.equals(NOBODY_READS)) {
      return code;
    }
    System.err.println("svabench: cannot write to standard output: " + why);
    return ExitCode.NOT_FINISHED;
  }

  /** What the operating system says when asked again. */
  private static String reason() {
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      out.write('\n');
      return "some of it was lost";
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
