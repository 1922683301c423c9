package org.svabench.results.input;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/** How every document of ours is written that people may read too: indented, ended by a line. */
public final class PrettyJson {
  private static final Gson WITHOUT_NULLS =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
  private static final Gson WITH_NULLS = WITHOUT_NULLS.newBuilder().serializeNulls().create();

  private PrettyJson() {}

  /**
   * Without what is null.
   *
   * @param document a record, a map or a JSON element; its numbers are finite
   * @return the text
   */
  public static String of(Object document) {
    return WITHOUT_NULLS.toJson(document) + "\n";
  }

  /**
   * With every field, null where there is nothing.
   *
   * @param document a record, a map or a JSON element; its numbers are finite
   * @return the text
   */
  public static String withNulls(Object document) {
    return WITH_NULLS.toJson(document) + "\n";
  }
}
