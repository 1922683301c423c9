package org.svabench.results.run;

/**
 * A part of a run that was made on several machines.
 *
 * @param shard such as {@code 1/8}
 * @param folder name of the part's own folder
 * @param state how far it got
 * @param startedAt UTC, ISO 8601
 * @param machine where
 * @param java on which JVM
 */
public record PartRecord(
    String shard,
    String folder,
    RunState state,
    String startedAt,
    MachineRecord machine,
    JavaRecord java) {}
