package org.svabench.results.gate.fork;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.svabench.results.gate.agent.TurnstileProfiler;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.Shape;
import org.svabench.results.jmh.ResultKey;

/**
 * JMH's own command line in a process of its own, with the measured jar on its class path. What it
 * prints goes to a log.
 *
 * <p>Both the harness and the forks it starts are ended by {@link #kill()}.
 */
final class Harness {
  private static final Pattern COMPLAINT =
      Pattern.compile("^(?!at )(.*(Exception|Error)\\b.*|No matching benchmarks.*|ERROR: .*)");

  private final Arm arm;
  private final Process process;
  private final Path log;
  private final Path result;

  private Harness(Arm arm, Process process, Path log, Path result) {
    this.arm = arm;
    this.process = process;
    this.log = log;
    this.result = result;
  }

  /** How to run JMH for one arm. */
  record Setting(Workshop workshop, BenchmarkJar jar, Arm arm, Environment environment) {

    /** Starts JMH with these arguments; its result, if any, will be the arm's JSON file. */
    Harness start(List<String> arguments, Map<String, String> variables) throws IOException {
      Path temporary = workshop.temporary(arm);
      Path log = temporary.resolve("jmh.log");
      Path result = temporary.resolve("jmh.json");
      Files.deleteIfExists(result);
      List<String> command = new ArrayList<>();
      command.add(environment.java().toString());
      command.add("-Djava.io.tmpdir=" + temporary);
      command.add("-cp");
      command.add(workshop.agent() + File.pathSeparator + jar.path());
      command.add("org.openjdk.jmh.Main");
      command.addAll(arguments);
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().putAll(variables);
      return new Harness(arm, builder.start(), log, result);
    }

    /** JMH's arguments for one fork of one row; an empty set of parameters leaves them all. */
    List<String> oneFork(ResultKey row, Shape shape) {
      List<String> arguments = new ArrayList<>();
      arguments.add("^" + Pattern.quote(row.benchmark()) + "$");
      arguments.addAll(List.of("-bm", row.mode()));
      row.params().forEach((name, value) -> arguments.addAll(List.of("-p", name + "=" + value)));
      // First, so that the others start after the turn was given and stop before it is handed on.
      arguments.addAll(List.of("-prof", TurnstileProfiler.class.getName()));
      arguments.addAll(fork(shape));
      return arguments;
    }

    /** JMH's arguments that say how long, and what else is to be measured. */
    List<String> fork(Shape shape) {
      String window = shape.windowMillis() + "ms";
      List<String> arguments =
          new ArrayList<>(List.of("-f", "1", "-wf", "0", "-foe", "true", "-rf", "json"));
      arguments.addAll(List.of("-rff", workshop.temporary(arm).resolve("jmh.json").toString()));
      arguments.addAll(List.of("-wi", "" + shape.warmups(), "-i", "" + shape.measurements()));
      arguments.addAll(List.of("-w", window, "-r", window));
      arguments.addAll(List.of("-prof", "gc"));
      environment.profilers().forEach(name -> arguments.addAll(List.of("-prof", name)));
      if (!environment.jvmArguments().isEmpty()) {
        arguments.addAll(List.of("-jvmArgsPrepend", environment.jvmArguments()));
      }
      return arguments;
    }
  }

  boolean ended() {
    return !process.isAlive();
  }

  boolean endedWell() {
    return ended() && process.exitValue() == 0 && Files.isRegularFile(result);
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
