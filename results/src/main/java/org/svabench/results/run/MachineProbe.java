package org.svabench.results.run;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads what the machine says about itself, from Linux' {@code /proc} and {@code /sys} where they
 * exist.
 */
public final class MachineProbe {
  /** Ticks of {@code /proc} in a second, per CPU: the kernel's USER_HZ is 100 everywhere. */
  public static final int TICKS_PER_SECOND = 100;

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
        valueOf(cpu, "flags").contains("hypervisor"),
        List.of());
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
    return cpuTicks(8);
  }

  /**
   * Time that CPUs ran user or kernel code, since boot; that of guests stands in user time.
   *
   * @return kernel ticks summed over CPUs, -1 where the platform does not tell; source: proc(5),
   *     {@code /proc/stat}, {@code cpu}: user, nice, system, irq and softirq
   */
  public long busyTicks() {
    long sum = 0;
    for (int field : new int[] {1, 2, 3, 6, 7}) {
      long ticks = cpuTicks(field);
      if (ticks < 0) {
        return -1;
      }
      sum += ticks;
    }
    return sum;
  }

  /**
   * CPU time of this process and of those it started and waited for.
   *
   * @return kernel ticks, -1 where the platform does not tell; source: proc(5), {@code
   *     /proc/PID/stat}, fields 14 to 17
   */
  public long ownTicks() {
    String stat = first("proc/self/stat");
    // The second field is the program's name in brackets, and may hold blanks.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split("\\s+");
    long sum = 0;
    for (int field = 14; field <= 17; field++) {
      long ticks = number(fields, field - 3);
      if (ticks < 0) {
        return -1;
      }
      sum += ticks;
    }
    return sum;
  }

  /**
   * How often CPUs were slowed down for heat since boot.
   *
   * @return summed over cores and packages, -1 where the platform does not tell; source: the
   *     kernel's {@code arch/x86/kernel/cpu/mce/therm_throt.c} and its files in sysfs
   */
  public long throttles() {
    long sum = -1;
    try (DirectoryStream<Path> cpus =
        Files.newDirectoryStream(root.resolve("sys/devices/system/cpu"), "cpu[0-9]*")) {
      for (Path cpu : cpus) {
        for (String what : List.of("core", "package")) {
          String file = root.relativize(cpu) + "/thermal_throttle/" + what + "_throttle_count";
          long count = number(first(file).split(" "), 0);
          sum = count < 0 ? sum : Math.max(0, sum) + count;
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return -1;
    }
    return sum;
  }

  private long cpuTicks(int field) {
    return number(first("proc/stat").split("\\s+"), field);
  }

  private static long number(String[] fields, int index) {
    try {
      return fields.length > index ? Long.parseLong(fields[index]) : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /**
   * The first line of a file of {@code /proc} or {@code /sys}.
   *
   * @param file without the leading slash
   * @return without blanks around it; empty where it cannot be read or has none
   */
  public Optional<String> read(String file) {
    return lines(file).stream().findFirst().map(String::strip);
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
    return read(file).orElse(UNKNOWN);
  }

  /**
   * The lines of such a file.
   *
   * @param file without the leading slash
   * @return none where it cannot be read
   */
  public List<String> lines(String file) {
    try {
      return Files.readAllLines(root.resolve(file));
    } catch (IOException e) {
      return List.of();
    }
  }
}
