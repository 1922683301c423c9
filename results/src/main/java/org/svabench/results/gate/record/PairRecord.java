package org.svabench.results.gate.record;

import java.util.Map;
import org.svabench.results.input.MayBeNull;
import org.svabench.results.jmh.ResultKey;
import org.svabench.results.run.ForkRecord;

/**
 * One pair of forks, as it was measured.
 *
 * @param position from 1, in the order of the run
 * @param row what was measured
 * @param kind why
 * @param pairing how the forks met
 * @param shape length of either fork
 * @param first who started
 * @param startedAt UTC, ISO 8601
 * @param seconds wall time with the start of the JVMs and with attempts that crashed
 * @param load one-minute load average before it, -1 unknown
 * @param stealTicks kernel ticks the hypervisor took during it, -1 unknown
 * @param othersCpus CPUs that other processes kept busy during it, null unknown
 * @param crash what crashed, null where nothing did. Where the replacement crashed too there are no
 *     forks
 * @param forks log per arm, empty where both attempts crashed
 */
public record PairRecord(
    int position,
    ResultKey row,
    PairKind kind,
    Pairing pairing,
    Shape shape,
    Arm first,
    String startedAt,
    double seconds,
    double load,
    long stealTicks,
    @MayBeNull Double othersCpus,
    @MayBeNull Crash crash,
    Map<Arm, ForkLog> forks) {

  /**
   * A fork that failed.
   *
   * @param arm whose
   * @param message one line
   */
  public record Crash(Arm arm, String message) {}

  /**
   * Whether there is something to compare.
   *
   * @return false where the replacement crashed too
   */
  public boolean complete() {
    return forks.size() == Arm.values().length;
  }

  /**
   * When it ran and what the machine did meanwhile.
   *
   * @return both forks in one
   */
  public ForkRecord machine() {
    return new ForkRecord(
        position, position, startedAt, seconds, load, stealTicks, othersCpus, null, null);
  }
}
