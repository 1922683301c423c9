package org.svabench.benchmarks.hardware;

import java.util.List;
import java.util.Locale;

/**
 * Where a notification went another way than predicted.
 *
 * @param line of the trace
 * @param pasid of the mm
 * @param range of the notification
 * @param command which one differs, from 1
 * @param recorded it, or nothing
 * @param predicted instead of it, or nothing
 */
record Difference(
    long line, int pasid, String range, int command, String recorded, String predicted) {
  private static final String NOTHING = "nothing";

  static Difference of(RecordedNotification notification, List<SentCommand> predicted) {
    List<SentCommand> recorded = notification.commands();
    int at = 0;
    while (at < recorded.size()
        && at < predicted.size()
        && recorded.get(at).equals(predicted.get(at))) {
      at++;
    }
    return new Difference(
        notification.lineOf(at),
        notification.pasid(),
        notification.range(),
        at + 1,
        at < recorded.size() ? recorded.get(at).toString() : NOTHING,
        at < predicted.size() ? predicted.get(at).toString() : NOTHING);
  }

  /** In words, for a trace of this name. */
  String text(String trace) {
    return String.format(
        Locale.ROOT,
        "%s:%d: pasid %d, %s, command %d: recorded %s, model %s",
        trace,
        line,
        pasid,
        range,
        command,
        recorded,
        predicted);
  }
}
