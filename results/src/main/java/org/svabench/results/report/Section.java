package org.svabench.results.report;

import java.util.List;

/**
 * A part of the page.
 *
 * @param id anchor
 * @param title heading
 * @param intro a sentence or two, may be empty
 * @param exhibits what it shows, at least one
 */
record Section(String id, String title, String intro, List<Exhibit> exhibits) {
  /**
   * A chart with its table, or a table alone.
   *
   * @param id anchor, unique on the page
   * @param title of the chart
   * @param note how to read it, may be empty
   * @param chart null for a table alone
   * @param table not empty
   */
  record Exhibit(String id, String title, String note, Chart chart, DataTable table) {
    boolean drawn() {
      return chart != null;
    }
  }
}
