package org.svabench.results.gate.fork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.svabench.results.gate.record.Arm;

/**
 * JMH's own command line in a process of its own, with the measured jar on its class path. What it
 * prints goes to a log.
 *
 * <p>Both the harness and the forks it starts are ended by {@link #kill()}.
 */
final class Harness {
  private static final Pattern COMPLAINT =
      Pattern.compile(
          "^(?!at )(Unrecognized .*|.*(Exception|Error)\\b.*|No matching benchmarks.*|ERROR: .*)");

  private final Arm arm;
  private final Process process;
  private final Path log;
  private final Path result;

  Harness(Arm arm, Process process, Path log, Path result) {
    this.arm = arm;
    this.process = process;
    this.log = log;
    this.result = result;
  }

  boolean ended() {
    return !process.isAlive();
  }

  boolean endedWell() {
    return ended() && process.exitValue() == 0 && Files.isRegularFile(result);
  }

  int exit() {
    return process.exitValue();
  }

  boolean await(long millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  Path result() {
    return result;
  }

  Arm arm() {
    return arm;
  }

  /** Whether it has printed nothing for so long. */
  boolean silentFor(long millis) throws IOException {
    return System.currentTimeMillis() - Files.getLastModifiedTime(log).toMillis() > millis;
  }

  /** The line of the log that says most about why it failed. */
  String complaint() {
    try {
      List<String> lines = Files.readAllLines(log).stream().map(String::strip).toList();
      return lines.stream()
          .filter(line -> COMPLAINT.matcher(line).find())
          .findFirst()
          .orElse(lines.stream().filter(l -> !l.isEmpty()).reduce((a, b) -> b).orElse("no output"));
    } catch (IOException e) {
      return "its log cannot be read";
    }
  }

  /** Everything it printed. */
  List<String> output() throws IOException {
    return Files.readAllLines(log);
  }

  /** Ends the forks, then the harness; only processes that this one started. */
  void kill() {
    List<ProcessHandle> all = process.descendants().toList();
    all.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    // A fork started between the two calls.
    process.descendants().forEach(ProcessHandle::destroyForcibly);
  }
}
