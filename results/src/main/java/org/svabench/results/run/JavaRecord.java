package org.svabench.results.run;

import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * The JVM that ran the harness; its forks use the same one.
 *
 * @param version {@code java.version}
 * @param vm name and version of the virtual machine
 * @param vendor who built it
 * @param flags arguments of the harness JVM itself; those of the forks stand in {@code jmh.json}
 */
public record JavaRecord(String version, String vm, String vendor, List<String> flags) {
  /**
   * The JVM this code runs on.
   *
   * @return its record
   */
  public static JavaRecord current() {
    return new JavaRecord(
        System.getProperty("java.version"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        System.getProperty("java.vendor"),
        List.copyOf(ManagementFactory.getRuntimeMXBean().getInputArguments()));
  }
}
