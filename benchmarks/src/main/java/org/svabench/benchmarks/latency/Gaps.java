package org.svabench.benchmarks.latency;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.Nearest;

/** How arrivals of one mean rate are spaced. */
public enum Gaps {
  /** Evenly. */
  CONSTANT("constant") {
    @Override
    double next(double mean, SplittableRandom random) {
      return mean;
    }
  },
  /** As independent users would come: exponential gaps. */
  POISSON("poisson") {
    @Override
    double next(double mean, SplittableRandom random) {
      return -Math.log(1 - random.nextDouble()) * mean;
    }
  };

  private final String word;

  Gaps(String word) {
    this.word = word;
  }

  /**
   * What {@code -p gaps=} takes.
   *
   * @param word as given
   * @return the spacing
   * @throws BadInput where there is none of the name
   */
  public static Gaps of(String word) {
    List<String> words = Arrays.stream(values()).map(gaps -> gaps.word).toList();
    return Arrays.stream(values())
        .filter(gaps -> gaps.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInput(
                    "-p gaps=" + word + ": no such spacing; " + Nearest.hint(word, words)));
  }

  /** The next gap, in the unit of the mean; allocates nothing. */
  abstract double next(double mean, SplittableRandom random);
}
