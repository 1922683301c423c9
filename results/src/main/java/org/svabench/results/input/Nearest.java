package org.svabench.results.input;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The names that a misspelt word most likely meant, for the end of an error message. */
public final class Nearest {
  private static final int MOST = 3;

  private Nearest() {}

  /**
   * The nearest names by edit distance, where they are near at all.
   *
   * @param word what was written
   * @param names what there is
   * @return up to 3 names, the nearest first; empty where none resembles the word
   */
  public static List<String> of(String word, Collection<String> names) {
    String written = word.toLowerCase(Locale.ROOT);
    List<String> near = new ArrayList<>();
    for (String name : names) {
      if (distance(written, name.toLowerCase(Locale.ROOT)) <= tolerance(written, name)) {
        near.add(name);
      }
    }
    near.sort(Comparator.comparingInt(name -> distance(written, name.toLowerCase(Locale.ROOT))));
    return near.size() > MOST ? near.subList(0, MOST) : near;
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

  private static int tolerance(String word, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean partOf = word.length() >= 3 && (lower.contains(word) || word.contains(lower));
    return partOf ? Integer.MAX_VALUE : Math.max(2, Math.max(word.length(), name.length()) / 2);
  }

  /** Levenshtein's distance with transpositions of neighbours counted once. */
  private static int distance(String a, String b) {
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
