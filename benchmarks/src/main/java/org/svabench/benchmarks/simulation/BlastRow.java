package org.svabench.benchmarks.simulation;

/**
 * Whom a late answer delayed, of the mms that have the same in common with the device.
 *
 * @param point the run
 * @param device index of the device
 * @param lateNanos by how much it answered late
 * @param share what these mms have in common with it
 * @param cpus CPUs that run them
 * @param delayedCpus of which at least one notification took more than twice its longest before
 * @param delayedNotifications such notifications
 * @param longestBeforeNanos longest notification until then
 * @param longestNanos longest one since
 */
public record BlastRow(
    SweepPoint point,
    int device,
    long lateNanos,
    Share share,
    int cpus,
    int delayedCpus,
    long delayedNotifications,
    long longestBeforeNanos,
    long longestNanos) {}
