package org.svabench.benchmarks.replay;

import java.util.ArrayList;
import java.util.List;

/** The seconds of a trace that held notifications, one after another. Bounded. */
public final class Seconds {
  /** Seconds with notifications that are kept, a day's worth; later ones only count in the sums. */
  public static final int LIMIT = 86_400;

  /**
   * One second.
   *
   * @param second from the start of the trace, from 0
   * @param notifications in it
   * @param addedNanos modelled time it adds, per design
   */
  public record Second(long second, long notifications, long[] addedNanos) {}

  private final List<Second> kept = new ArrayList<>();
  private boolean cut;

  void add(Second second) {
    if (kept.size() < LIMIT) {
      kept.add(second);
    } else {
      cut = true;
    }
  }

  void clear() {
    kept.clear();
    cut = false;
  }

  /**
   * Those kept.
   *
   * @return in order of time
   */
  public List<Second> kept() {
    return kept;
  }

  /**
   * Whether there were more.
   *
   * @return true when {@link #kept} ends before the trace does
   */
  public boolean cut() {
    return cut;
  }
}
