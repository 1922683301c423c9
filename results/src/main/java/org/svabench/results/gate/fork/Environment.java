package org.svabench.results.gate.fork;

import java.nio.file.Path;
import java.util.List;

/**
 * What is the same for both arms.
 *
 * @param java the executable that runs harness and forks
 * @param jvmArguments put before the benchmark's own, in one string as JMH's {@code
 *     -jvmArgsPrepend} takes it; may be empty
 * @param profilers further JMH profilers, by name or class
 */
public record Environment(Path java, String jvmArguments, List<String> profilers) {
  /**
   * The JVM that runs the gate.
   *
   * @return its {@code java}
   */
  public static Path currentJava() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }
}
