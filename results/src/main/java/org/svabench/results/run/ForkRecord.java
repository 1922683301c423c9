package org.svabench.results.run;

/**
 * One finished fork of a row: the evidence of when it ran and what the machine did meanwhile.
 *
 * @param round from 1; forks of one round of one comparison are neighbours in time
 * @param position from 1, in the order of the whole run
 * @param startedAt UTC, ISO 8601
 * @param seconds wall time with the start of the JVM
 * @param load one-minute load average before it, -1 unknown
 * @param stealTicks kernel ticks the hypervisor took during it, -1 unknown
 */
public record ForkRecord(
    int round, int position, String startedAt, double seconds, double load, long stealTicks) {}
