package org.svabench.results.input;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names that a misspelt word most likely meant, for the end of an error message. */
public final class Nearest {
  private static final int MOST = 3;
  private static final int SHORTEST_PART = 3;

  private Nearest() {}

  /**
   * The nearest names by edit distance, where they are near at all.
   *
   * @param word what was written
   * @param names what there is
   * @return up to 3 names, the nearest first; empty where none resembles the word
   */
  public static List<String> of(String word, Collection<String> names) {
    Map<String, Integer> distances = new LinkedHashMap<>();
    for (String name : names) {
      int distance = distance(word.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (distance <= Math.max(2, Math.max(word.length(), name.length()) / 3)) {
        distances.put(name, distance);
      }
    }
    return distances.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * The sentence that ends an error message about an unknown name.
   *
   * @param word what was written
   * @param names what there is
   * @return {@code nearest: a, b}, or where none is near {@code there are a, b, c}
   */
  public static String hint(String word, Collection<String> names) {
    List<String> near = of(word, names);
    return near.isEmpty()
        ? "there are " + String.join(", ", names)
        : "nearest: " + String.join(", ", near);
  }

  /** Levenshtein's distance with neighbours swapped counted once; a part of a name is near it. */
  private static int distance(String a, String b) {
    if (a.length() >= SHORTEST_PART && b.contains(a)) {
      return 0;
    }
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int best = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        best = Math.min(best, cost[i - 1][j - 1] + (same ? 0 : 1));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          best = Math.min(best, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = best;
      }
    }
    return cost[a.length()][b.length()];
  }
}
