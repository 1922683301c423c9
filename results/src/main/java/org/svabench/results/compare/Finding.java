package org.svabench.results.compare;

import java.util.ArrayList;
import java.util.List;
import org.svabench.results.statistics.Direction;

/**
 * One sentence per competitor: what it saves in exact counts, and what that did to its score. A
 * null result is said as plainly as a gain.
 */
final class Finding {
  private Finding() {}

  /**
   * The sentence.
   *
   * @param competitor has a baseline
   * @param meaning a few words on what the competitor is, may be empty
   * @return without a full stop's line end; empty where the benchmark counts nothing
   */
  static String of(Competitor competitor, String meaning) {
    List<String> unchanged = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (Counter counter : Counter.values()) {
      long before = counter.exact(competitor.baseline().secondary());
      long after = counter.exact(competitor.row().secondary());
      if (before < 0 || after < 0 || counter == Counter.COVERED_PAGES && before == after) {
        continue;
      }
      if (before == after) {
        unchanged.add(before == 0 ? "" : counter.singular());
      } else {
        changed.add(counter.singular() + "s " + before + " -> " + after);
      }
    }
    unchanged.removeIf(String::isEmpty);
    if (unchanged.isEmpty() && changed.isEmpty()) {
      return "";
    }
    String notSaved = unchanged.isEmpty() ? "" : "no " + alternatives(unchanged) + " saved";
    String saved =
        changed.isEmpty()
            ? "null result, " + notSaved
            : String.join(", ", changed) + (notSaved.isEmpty() ? "" : ", " + notSaved);
    return competitor.name()
        + (meaning.isEmpty() ? "" : " (" + meaning + ")")
        + ": "
        + saved
        + "; "
        + score(competitor);
  }

  private static String alternatives(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  private static String score(Competitor competitor) {
    Direction direction = Direction.of(competitor.row().primary().unit());
    return (direction == Direction.BIGGER_IS_BETTER ? "throughput " : "time ")
        + competitor.scoreRatio()
        + ", "
        + Competitor.verdict(competitor.scoreRatio(), direction);
  }
}
