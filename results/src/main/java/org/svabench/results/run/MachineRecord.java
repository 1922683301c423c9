package org.svabench.results.run;

import java.util.List;

/**
 * The machine a run was made on. What the platform does not tell is {@code "unknown"}.
 *
 * @param os name and version of the operating system
 * @param architecture as the JVM names it, {@code amd64} or {@code aarch64}
 * @param cpu model name
 * @param cpus logical CPUs this process may use, -1 unknown
 * @param memoryMebibytes physical memory, -1 unknown
 * @param clocksource what the kernel reads time from
 * @param governor frequency governor of CPU 0
 * @param hypervisor true where the kernel says it runs under one
 * @param diagnoses what on it spoils measurements, a verdict per point; empty where nobody looked
 */
public record MachineRecord(
    String os,
    String architecture,
    String cpu,
    int cpus,
    long memoryMebibytes,
    String clocksource,
    String governor,
    boolean hypervisor,
    List<Diagnosis> diagnoses) {
  /** Takes a record that was written before there were diagnoses. */
  public MachineRecord {
    diagnoses = diagnoses == null ? List.of() : List.copyOf(diagnoses);
  }

  /**
   * The record with what an examination found.
   *
   * @param found a diagnosis per point
   * @return a new record
   */
  public MachineRecord examined(List<Diagnosis> found) {
    return new MachineRecord(
        os, architecture, cpu, cpus, memoryMebibytes, clocksource, governor, hypervisor, found);
  }
}
