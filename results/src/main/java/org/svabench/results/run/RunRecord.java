package org.svabench.results.run;

import java.util.List;
import org.svabench.results.input.MayBeNull;

/**
 * Content of {@code run.json}.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION}
 * @param label as given by the user
 * @param state how far it is
 * @param reason why it is not finished, null where there is nothing to say
 * @param startedAt UTC, ISO 8601
 * @param updatedAt UTC, ISO 8601
 * @param suite what it set out to do
 * @param build what was measured
 * @param machine where
 * @param java on which JVM
 * @param rows progress, in the order of the plan
 * @param parts where it was merged from the parts of a sharded run, else empty; {@code machine} and
 *     {@code java} are then those of the first part
 */
public record RunRecord(
    int schemaVersion,
    String label,
    RunState state,
    @MayBeNull String reason,
    String startedAt,
    String updatedAt,
    SuiteRecord suite,
    BuildRecord build,
    MachineRecord machine,
    JavaRecord java,
    List<RowRecord> rows,
    List<PartRecord> parts) {
  /** Of this shape of {@code run.json}. */
  public static final int SCHEMA_VERSION = 1;

  /** Takes a record that was written before there were parts. */
  public RunRecord {
    parts = parts == null ? List.of() : List.copyOf(parts);
  }
}
