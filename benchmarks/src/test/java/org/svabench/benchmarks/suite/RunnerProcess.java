package org.svabench.benchmarks.suite;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.svabench.benchmarks.cli.Main;

/**
 * The command line in a process of its own, with a temporary folder and so a JMH lock of its own.
 */
public final class RunnerProcess {
  private static final long LONGEST_SECONDS = 120;

  private final Process process;
  private final Path out;
  private final Path err;

  private RunnerProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /**
   * Starts it.
   *
   * @param folder working directory, and place of its output and of its temporary files
   * @param jvmArguments more than those that make it start fast
   * @param arguments of the command line
   */
  public static RunnerProcess start(Path folder, List<String> jvmArguments, String... arguments)
      throws IOException {
    return start(List.of(), folder, jvmArguments, arguments);
  }

  /** The same behind another command, such as one that sets a limit. */
  public static RunnerProcess start(
      List<String> before, Path folder, List<String> jvmArguments, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.add("-Djava.io.tmpdir=" + folder);
    command.addAll(jvmArguments);
    command.addAll(List.of("-cp", absolute(System.getProperty("java.class.path"))));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(folder, "screen-", ".out");
    Path err = Files.createTempFile(folder, "screen-", ".err");
    return new RunnerProcess(
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start(),
        out,
        err);
  }

  private static String absolute(String classPath) {
    List<String> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator)) {
      entries.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  /** Whether it is still running. */
  public boolean alive() {
    return process.isAlive();
  }

  /** Its JMH forks at this moment; other children, such as JMH's probes, are not among them. */
  List<ProcessHandle> forks() {
    return process.descendants().filter(RunnerProcess::isFork).toList();
  }

  private static boolean isFork(ProcessHandle child) {
    try {
      return Files.readString(Path.of("/proc", String.valueOf(child.pid()), "cmdline"))
          .contains("org.openjdk.jmh.runner.ForkedMain");
    } catch (IOException ended) {
      return false;
    }
  }

  /** Sends a signal, and waits for the end. */
  int end(String signal) throws IOException, InterruptedException {
    List<ProcessHandle> forks = forks();
    new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
    int code = end();
    for (ProcessHandle fork : forks) {
      for (int i = 0; i < 100 && fork.isAlive(); i++) {
        Thread.sleep(50);
      }
      assertFalse(fork.isAlive(), "a fork goes on without its runner");
    }
    return code;
  }

  /** Kills it the moment that something happens, without a pause; false where it ended before. */
  boolean killWhen(BooleanSupplier moment) {
    while (process.isAlive() && !moment.getAsBoolean()) {
      Thread.onSpinWait();
    }
    return process.isAlive() && process.toHandle().destroyForcibly();
  }

  /** Waits for the end; no stack trace has reached the user. */
  public int end() throws IOException, InterruptedException {
    boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    assertTrue(ended, () -> "it hangs\n" + screen());
    assertFalse(screen().contains("\tat "), this::screen);
    return process.exitValue();
  }

  /** What it wrote to standard output and standard error so far. */
  public String screen() {
    try {
      return Files.readString(out) + error();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** What it wrote to standard error so far. */
  public String error() {
    try {
      return Files.readString(err);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
