package org.svabench.benchmarks.evidence;

import java.util.List;
import java.util.Random;

/**
 * Real pairs of one kernel, one size and one pairing, to draw from with replacement. Where there is
 * no difference the arms of a drawn pair are exchanged by a coin.
 */
record Sample(String kernel, int repeats, List<RecordedPair> pairs) {
  RecordedPair draw(Random random) {
    RecordedPair pair = pairs.get(random.nextInt(pairs.size()));
    return repeats == 100 && random.nextBoolean() ? pair.exchanged() : pair;
  }
}
