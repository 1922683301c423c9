package org.svabench.results.run;

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
 */
public record MachineRecord(
    String os,
    String architecture,
    String cpu,
    int cpus,
    long memoryMebibytes,
    String clocksource,
    String governor,
    boolean hypervisor) {}
