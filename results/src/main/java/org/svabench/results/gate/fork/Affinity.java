package org.svabench.results.gate.fork;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Keeps the threads that run the benchmark of forks on one CPU, so that forks that take turns see
 * the same one: CPUs of a virtual machine are not equally fast, and which of them is slow changes.
 *
 * <p>Needs Linux' {@code /proc} and the {@code taskset} of util-linux or BusyBox; where either is
 * missing the scheduler chooses, as it always does for all other threads.
 */
final class Affinity {
  private static final Path ROOT = Path.of("/");
  private static final String NODES = "sys/devices/system/node/online";
  private static final String COMMAND = "taskset";
  private static final String ALLOWED = "Cpus_allowed_list:";

  private static final String THREAD_OF_JMH = "-jmh-worker-1";

  /** What Linux keeps of a thread's name. */
  private static final int NAME = 15;

  /** What later JDKs make of a longer one: so many characters, two dots, and so many of its end. */
  private static final int HEAD = 7;

  private static final int TAIL = 6;

  private static final long PATIENCE_SECONDS = 5;

  private final Path proc;
  private final String command;
  private final List<Integer> cpus;

  /**
   * What this process may use: no CPU where there are several nodes of memory, since a fork has its
   * memory near the CPU that it was started on.
   *
   * @param root what {@code /proc} and {@code /sys} are in
   * @param command sets an affinity as {@code taskset -p -c CPUS THREAD} does
   */
  Affinity(Path root, String command) {
    this(
        root,
        command,
        list(root.resolve(NODES), "").size() > 1
            ? List.of()
            : list(root.resolve("proc/self/status"), ALLOWED));
  }

  private Affinity(Path root, String command, List<Integer> cpus) {
    this.proc = root.resolve("proc");
    this.command = command;
    this.cpus = cpus;
  }

  /** That of the machine. */
  static Affinity ofMachine() {
    return new Affinity(ROOT, COMMAND);
  }

  /** One that keeps nothing. */
  static Affinity none() {
    return new Affinity(ROOT, COMMAND, List.of());
  }

  /** The CPUs this process may use, none where it is not known. */
  List<Integer> cpus() {
    return cpus;
  }

  /**
   * Keeps the measuring threads of forks on one CPU: all of them or none.
   *
   * @param pids of the forks
   * @param benchmark what they measure, by which JMH names its threads
   * @param cpu one of {@link #cpus()}
   * @return false where a thread cannot be told from others or the command fails
   * @throws InterruptedException while it waits for the command
   */
  boolean keep(Collection<Long> pids, String benchmark, int cpu) throws InterruptedException {
    List<String> measuring = new ArrayList<>();
    for (long pid : pids) {
      List<String> threads = threads(pid, benchmark + THREAD_OF_JMH);
      if (threads.size() != 1) {
        return false;
      }
      measuring.addAll(threads);
    }
    for (String thread : measuring) {
      if (!set(thread, String.valueOf(cpu))) {
        release(measuring);
        return false;
      }
    }
    return true;
  }

  /** As they were. */
  private void release(List<String> threads) throws InterruptedException {
    String all = cpus.stream().map(String::valueOf).collect(Collectors.joining(","));
    for (String thread : threads) {
      set(thread, all);
    }
  }

  /** Those that may have this name, of which the kernel keeps a part. */
  private List<String> threads(long pid, String name) {
    List<String> kept = new ArrayList<>(List.of(name));
    if (name.length() > NAME) {
      kept.add(name.substring(0, NAME));
      kept.add(name.substring(0, HEAD) + ".." + name.substring(name.length() - TAIL));
    }
    Path tasks = proc.resolve(String.valueOf(pid)).resolve("task");
    try (Stream<Path> all = Files.list(tasks)) {
      return all.filter(task -> kept.contains(firstLine(task.resolve("comm"))))
          .map(task -> task.getFileName().toString())
          .toList();
    } catch (IOException | UncheckedIOException gone) {
      return List.of();
    }
  }

  /** Empty for a thread that has ended meanwhile. */
  private static String firstLine(Path file) {
    try {
      return Files.readString(file).lines().findFirst().orElse("");
    } catch (IOException gone) {
      return "";
    }
  }

  private boolean set(String thread, String list) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command, "-p", "-c", list, thread)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
      process.destroyForcibly();
      return false;
    } catch (IOException missing) {
      return false;
    }
  }

  /** Of the first line that starts so; empty where there is none. */
  private static List<Integer> list(Path file, String start) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(start))
          .limit(1)
          .flatMap(line -> ranges(line.substring(start.length()).strip()))
          .toList();
    } catch (IOException | UncheckedIOException | NumberFormatException unknown) {
      return List.of();
    }
  }

  /** Numbers and ranges of them, such as {@code 0-3,8}. */
  private static Stream<Integer> ranges(String list) {
    return Stream.of(list.split(","))
        .flatMap(
            range -> {
              String[] ends = range.split("-");
              return IntStream.rangeClosed(
                      Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                  .boxed();
            });
  }
}
