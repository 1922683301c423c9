package org.svabench.benchmarks.simulation;

import java.util.List;

/**
 * All that a run depends on.
 *
 * @param iommus IOMMUs of the machine
 * @param trapped whether tail writes leave the guest
 * @param streams what a notification of each mm sends; mm m uses stream m mod size
 * @param exclusive whether notifications of one mm keep each other out
 * @param overlapped whether a CPU waits for several IOMMUs at once
 * @param rules how commands get into queues
 * @param timing the prices
 * @param line the price of a cache line that another CPU has
 * @param load who notifies
 * @param notifications how many are measured, after a tenth of that to warm up
 * @param seed decides gaps and who gets slots that come back
 */
public record Setup(
    int iommus,
    boolean trapped,
    List<CommandStream> streams,
    boolean exclusive,
    boolean overlapped,
    QueueRules rules,
    Timing timing,
    LineCost line,
    Load load,
    int notifications,
    long seed) {

  /**
   * Checks.
   *
   * @throws IllegalArgumentException where a submission does not fit into a queue
   */
  public Setup {
    streams = List.copyOf(streams);
    int longest = streams.stream().mapToInt(CommandStream::longestSubmission).max().orElse(0);
    if (rules.slots() < longest + 1) {
      throw new IllegalArgumentException(
          "a submission of "
              + longest
              + " slots needs a queue of "
              + (longest + 1)
              + " or more: slots="
              + rules.slots());
    }
  }
}
