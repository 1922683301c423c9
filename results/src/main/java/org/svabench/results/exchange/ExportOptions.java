package org.svabench.results.exchange;

import java.util.regex.Pattern;

/**
 * What an export may be told.
 *
 * @param timestamps whether every OpenMetrics sample carries the time of the run
 * @param calls timed calls to take, found in their names; null for all
 */
public record ExportOptions(boolean timestamps, Pattern calls) {
  /** Nothing asked for. */
  public static final ExportOptions NONE = new ExportOptions(false, null);
}
