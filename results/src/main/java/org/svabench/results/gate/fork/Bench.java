package org.svabench.results.gate.fork;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.svabench.results.gate.record.Arm;

/**
 * Where harnesses are started, and from where none escapes: whatever was started here ends with
 * {@link #stop}, which any thread may call.
 */
public final class Bench {
  private final Workshop workshop;
  private final Environment environment;
  private final List<Harness> alive = new ArrayList<>();
  private boolean stopped;

  /**
   * Prepares to start harnesses.
   *
   * @param workshop stays open as long as the bench is used
   * @param environment the same for both arms
   */
  public Bench(Workshop workshop, Environment environment) {
    this.workshop = workshop;
    this.environment = environment;
  }

  JmhArguments arguments(Arm arm) {
    return new JmhArguments(result(arm), environment);
  }

  private Path result(Arm arm) {
    return workshop.temporary(arm).resolve("jmh.json");
  }

  /** Starts JMH on a jar, with variables added to its environment. */
  synchronized Harness start(
      Arm arm, BenchmarkJar jar, List<String> arguments, Map<String, String> variables)
      throws IOException, InterruptedException {
    if (stopped) {
      throw new InterruptedException("stopped");
    }
    Path temporary = workshop.temporary(arm);
    Path log = temporary.resolve("jmh.log");
    Files.deleteIfExists(result(arm));
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
    Harness harness = new Harness(arm, builder.start(), log, result(arm));
    alive.add(harness);
    return harness;
  }

  void end(Collection<Harness> harnesses) {
    harnesses.forEach(Harness::kill);
    synchronized (this) {
      alive.removeAll(harnesses);
    }
  }

  /** Ends whatever runs, and lets nothing start any more. */
  public synchronized void stop() {
    stopped = true;
    alive.forEach(Harness::kill);
  }

  /**
   * Whether {@link #stop} was called.
   *
   * @return true from then on
   */
  public synchronized boolean stopped() {
    return stopped;
  }
}
