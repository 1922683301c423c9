package org.svabench.benchmarks.replay;

import org.svabench.model.cost.CostLevel;
import org.svabench.model.cost.CostModel;

/** What notifications sent under one design. Page sums stay at the largest number once reached. */
final class Tally {
  /** Notifications. */
  long notifications;

  /** Of these, those passed on as everything: ranges above the ceiling, and forks. */
  long everything;

  /** Pages of the ranges that were passed on as ranges. */
  long askedPages;

  /** Pages that the IOTLB commands of these covered, summed over IOMMUs. */
  long coveredPages;

  /** Commands that drop a whole PASID from an IOTLB. */
  long wholeCommands;

  /** All commands, waits not among them. */
  long commands;

  /** Of these, those to device TLBs. */
  long deviceTlbCommands;

  /** Hand-overs to a queue. */
  long submissions;

  /** Waits. */
  long waits;

  static long sum(long left, long right) {
    long sum = left + right;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /** Adds what was sent, so many times. */
  void add(Tally sent, long times) {
    notifications += sent.notifications * times;
    everything += sent.everything * times;
    askedPages = sum(askedPages, product(sent.askedPages, times));
    coveredPages = sum(coveredPages, product(sent.coveredPages, times));
    wholeCommands += sent.wholeCommands * times;
    commands += sent.commands * times;
    deviceTlbCommands += sent.deviceTlbCommands * times;
    submissions += sent.submissions * times;
    waits += sent.waits * times;
  }

  private static long product(long pages, long times) {
    return Math.multiplyHigh(pages, times) == 0 && pages * times >= 0
        ? pages * times
        : Long.MAX_VALUE;
  }

  long nanos(CostModel costs, CostLevel level) {
    return costs.nanos(level, commands - deviceTlbCommands, deviceTlbCommands, submissions);
  }

  void clear() {
    notifications = 0;
    everything = 0;
    askedPages = 0;
    coveredPages = 0;
    wholeCommands = 0;
    commands = 0;
    deviceTlbCommands = 0;
    submissions = 0;
    waits = 0;
  }
}
