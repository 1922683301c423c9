package org.svabench.model.reference;

import java.util.ArrayList;
import java.util.List;
import org.svabench.model.queue.Command;

/** Which pages a cache was told to drop. Page numbers have at most 52 bits. */
final class Pages {
  private record Run(long first, long end) {}

  private final List<Run> runs = new ArrayList<>();

  void add(Command command) {
    runs.add(run(command));
  }

  private static Run run(Command command) {
    return switch (command.kind) {
      case IOTLB_BLOCK, IOTLB_BLOCK_OF_ALL_PASIDS, DEVICE_TLB, DEVICE_TLB_OF_ALL_PASIDS -> {
        long first = command.base >>> 12;
        yield new Run(first, first + command.pages);
      }
      default -> new Run(0, 1L << 52);
    };
  }

  /** Whether every page from first to end is among them. */
  boolean cover(long first, long end) {
    long reached = first;
    boolean grows = true;
    while (reached < end && grows) {
      grows = false;
      for (Run run : runs) {
        if (run.first() <= reached && run.end() > reached) {
          reached = run.end();
          grows = true;
        }
      }
    }
    return reached >= end;
  }

  /** Whether every page of a command that lies between first and end is among them. */
  boolean coverWhatIsIn(Command command, long first, long end) {
    Run run = run(command);
    return cover(Math.max(first, run.first()), Math.min(end, run.end()));
  }
}
