package org.svabench.benchmarks.replay;

import org.svabench.model.queue.CommandDecoder;
import org.svabench.model.queue.CoverageMeter;
import org.svabench.model.queue.Hardware;

/** Hardware that counts what one notification sends. Allocates as its meter does. */
final class Traffic extends Hardware {
  private final CoverageMeter meter;
  private long commands;
  private long submissions;
  private long waits;

  Traffic(int iommus, CommandDecoder decoder) {
    meter = new CoverageMeter(iommus, decoder);
  }

  @Override
  public long execute(int iommu, long[] words, int count, boolean wait) {
    commands += count;
    submissions++;
    waits += wait ? 1 : 0;
    return meter.execute(iommu, words, count, wait);
  }

  void clear() {
    meter.reset();
    commands = 0;
    submissions = 0;
    waits = 0;
  }

  /** Adds what was sent since the last {@link #clear}. */
  void addTo(Tally tally) {
    tally.commands += commands;
    tally.deviceTlbCommands += meter.deviceTlbCommands();
    tally.submissions += submissions;
    tally.waits += waits;
    tally.wholeCommands += meter.wholeCommands();
    tally.coveredPages = Tally.sum(tally.coveredPages, meter.coveredPages());
  }
}
