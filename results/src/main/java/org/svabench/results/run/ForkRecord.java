package org.svabench.results.run;

import java.io.Serializable;
import org.svabench.results.input.MayBeNull;

/**
 * One finished fork of a row: the evidence of when it ran and what the machine did meanwhile.
 *
 * @param round from 1; forks of one round of one comparison are neighbours in time
 * @param position from 1, in the order of the whole run
 * @param startedAt UTC, ISO 8601
 * @param seconds wall time with the start of the JVM
 * @param load one-minute load average before it, -1 unknown
 * @param stealTicks kernel ticks the hypervisor took during it, -1 unknown
 * @param othersCpus CPUs that other processes kept busy during it, null unknown
 * @param paceNanos what a fixed piece of work took just before it, null unknown; the same on a
 *     machine whose clock rate does not change
 * @param throttles how often CPUs were slowed down for heat during it, null unknown
 */
public record ForkRecord(
    int round,
    int position,
    String startedAt,
    double seconds,
    double load,
    long stealTicks,
    @MayBeNull Double othersCpus,
    @MayBeNull Double paceNanos,
    @MayBeNull Long throttles)
    implements Serializable {

  /**
   * The same fork at another place of a run.
   *
   * @param newRound from 1
   * @param newPosition from 1
   * @return otherwise equal
   */
  public ForkRecord at(int newRound, int newPosition) {
    return new ForkRecord(
        newRound,
        newPosition,
        startedAt,
        seconds,
        load,
        stealTicks,
        othersCpus,
        paceNanos,
        throttles);
  }
}
