package org.svabench.benchmarks.fanout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.svabench.results.input.PrettyJson;
import org.svabench.results.table.Table;

/** Rows with named fields, the same fields in the same order in each. */
public final class Records {
  private static final int SCHEMA_VERSION = 1;

  private Records() {}

  /**
   * One JSON document with a schema version.
   *
   * @param lists rows under the name of their list
   * @return one document, its last line ended
   */
  public static String json(Map<String, List<Map<String, Object>>> lists) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("schemaVersion", SCHEMA_VERSION);
    document.putAll(lists);
    return PrettyJson.withNulls(document);
  }

  /**
   * RFC 4180 with a header line; lists in a cell are separated by blanks.
   *
   * @param records at least one
   * @return lines, each ended
   */
  public static String csv(List<Map<String, Object>> records) {
    StringBuilder text = new StringBuilder();
    text.append(String.join(",", records.get(0).keySet())).append('\n');
    for (Map<String, Object> record : records) {
      text.append(
          record.values().stream()
              .map(value -> quoted(cell(value)))
              .collect(Collectors.joining(",", "", "\n")));
    }
    return text.toString();
  }

  /** GitHub-flavoured Markdown. */
  static String markdown(List<Map<String, Object>> records) {
    return table(records).toMarkdown();
  }

  /** A table that aligns left. */
  static Table table(List<Map<String, Object>> records) {
    List<String> header = new ArrayList<>(records.get(0).keySet());
    Table table = new Table(header.size(), header);
    for (Map<String, Object> record : records) {
      table.add(record.values().stream().map(Records::cell).toList());
    }
    return table;
  }

  /** A value as one cell; a list with blanks between its items. */
  static String cell(Object value) {
    return value == null
        ? ""
        : value instanceof List<?> list
            ? list.stream().map(String::valueOf).collect(Collectors.joining(" "))
            : String.valueOf(value);
  }

  private static String quoted(String text) {
    return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
