package org.svabench.results.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads what the machine says about itself, from Linux' {@code /proc} and {@code /sys} where they
 * exist.
 */
public final class MachineProbe {
  private static final String UNKNOWN = "unknown";

  private final Path root;

  /** The machine this process runs on. */
  public MachineProbe() {
    this(Path.of("/"));
  }

  /**
   * A machine whose files lie elsewhere.
   *
   * @param root the folder that holds {@code proc} and {@code sys}
   */
  public MachineProbe(Path root) {
    this.root = root;
  }

  /**
   * Reads the machine record.
   *
   * @return never null; unreadable parts are {@code "unknown"} or -1
   */
  public MachineRecord machine() {
    List<String> cpu = lines("proc/cpuinfo");
    return new MachineRecord(
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("os.arch"),
        valueOf(cpu, "model name"),
        Runtime.getRuntime().availableProcessors(),
        kibibytes(valueOf(lines("proc/meminfo"), "MemTotal")),
        first("sys/devices/system/clocksource/clocksource0/current_clocksource"),
        first("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"),
        valueOf(cpu, "flags").contains("hypervisor"));
  }

  /**
   * One-minute load average, before the run's own work when asked at its start.
   *
   * @return runnable processes, -1 where the platform does not tell
   */
  public double load() {
    try {
      return Double.parseDouble(first("proc/loadavg").split(" ")[0]);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /**
   * Time the hypervisor ran something else while this machine wanted to run, since boot.
   *
   * @return kernel ticks summed over CPUs, -1 where the platform does not tell; source: proc(5),
   *     {@code /proc/stat}, eighth field of {@code cpu}
   */
  public long stealTicks() {
    String[] fields = first("proc/stat").split("\\s+");
    try {
      return fields.length > 8 ? Long.parseLong(fields[8]) : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static String valueOf(List<String> lines, String key) {
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0 && line.substring(0, colon).strip().equals(key)) {
        return line.substring(colon + 1).strip();
      }
    }
    return UNKNOWN;
  }

  private static long kibibytes(String value) {
    try {
      return Long.parseLong(value.split(" ")[0]) / 1024;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private String first(String file) {
    List<String> lines = lines(file);
    return lines.isEmpty() ? UNKNOWN : lines.get(0).strip();
  }

  private List<String> lines(String file) {
    try {
      return Files.readAllLines(root.resolve(file));
    } catch (IOException e) {
      return List.of();
    }
  }
}
