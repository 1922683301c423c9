package org.svabench.results.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.svabench.results.gate.fork.BenchmarkJar;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.input.BadInput;

/**
 * The oldest JMH a measured jar may have: 1.21 (May 2018) is the oldest the gate was tried with.
 */
final class JmhMinimum {
  private static final int MINOR = 21;
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");

  private JmhMinimum() {}

  /**
   * Refuses a jar whose JMH is too old.
   *
   * @param arm which side the jar is
   * @param jar the jar
   * @param version as its JMH names itself in a result, empty where it does not
   * @throws BadInput if it is too old
   */
  static void check(Arm arm, BenchmarkJar jar, String version) {
    Matcher parts = VERSION.matcher(version);
    boolean known = parts.matches();
    if (known
        && (Integer.parseInt(parts.group(1)) > 1 || Integer.parseInt(parts.group(2)) >= MINOR)) {
      return;
    }
    throw new BadInput(
        "--"
            + arm.word()
            + " "
            + jar.path()
            + ": is built with JMH "
            + (known ? version : "older than 1." + MINOR)
            + "; build it with JMH 1."
            + MINOR
            + " or later");
  }
}
