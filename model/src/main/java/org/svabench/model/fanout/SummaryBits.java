package org.svabench.model.fanout;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Says which of many leaves may hold something, so that a walk skips the others: one bit per leaf
 * that is set while the leaf is non-empty, and may stay set for a while after it was emptied.
 *
 * <h2>The race this class exists for</h2>
 *
 * <p>Whoever empties a leaf and then clears its bit races with whoever fills the leaf again: the
 * filler finds the bit still set and goes away content, the emptier clears it, and the leaf is lost
 * to every walk. A re-check after the clearing only shortens the time in which it is lost. So here
 * the bit is cleared in two steps, by walks, and a filler can tell.
 *
 * <h2>Protocol</h2>
 *
 * <p>Assumptions: (1) a leaf is changed by atomic read-modify-writes; (2) whoever may have made it
 * non-empty calls {@link #announce} afterwards, before it relies on being found; (3) between two
 * steps of {@link #retire} the same word is not announced to an exact multiple of 2<sup>31</sup>
 * times.
 *
 * <p>Guarantees.
 *
 * <ul>
 *   <li>To fillers: when {@link #announce} has returned, the leaf's bit is set, and stays set until
 *       the leaf has been empty.
 *   <li>To walkers: a leaf whose bit is clear was empty at some time after the last announcement
 *       that happened before the walk's look at the bit.
 *   <li>To whoever retires: the bit of an empty leaf goes away unless somebody interferes; then the
 *       next walk tries again.
 * </ul>
 *
 * <h2>How</h2>
 *
 * <p>A word holds 32 present bits, one mark {@code LEAVING}, and a version. {@link #retire} sets
 * the mark (step 1), reads the leaf (step 2) and, where that is empty, clears bit and mark together
 * if the whole word is still what step 1 wrote (step 3). A filler writes its leaf, then reads the
 * word. Write-then-read on both sides, all sequentially consistent: either step 2 sees the filled
 * leaf, or the filler sees the mark or a cleared bit. In the latter case it writes the word anew:
 * bit on, mark off, next version, so that step 3 of anyone fails, however late it comes.
 *
 * <p>Progress: {@link #announce} is wait-free where the leaf is announced and nobody retires (one
 * read), else lock-free; {@link #retire} is wait-free. Linearization points: of an announcement,
 * its last read of the word or its successful compare-and-exchange; of a retirement, step 3.
 *
 * <p>Orderings: {@code words[]} is written by compare-and-set only, and read with volatile mode by
 * fillers and retirers; with acquire by walks, which pairs with the compare-and-set that announced.
 */
final class SummaryBits {
  /** Leaves per word. */
  static final int LEAVES = 32;

  private static final long PRESENT = (1L << LEAVES) - 1;
  private static final long LEAVING = 1L << LEAVES;
  private static final long VERSION = LEAVING << 1;

  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

  private final long[] words;

  SummaryBits(int leaves) {
    words = PaddedWords.allocate((leaves + LEAVES - 1) / LEAVES);
  }

  /** The leaves of one word that may hold something, bit 0 being leaf {@code 32 * word}. */
  long present(int word) {
    return (long) WORD.getAcquire(words, PaddedWords.at(word)) & PRESENT;
  }

  void announce(int leaf) {
    final int at = PaddedWords.at(leaf / LEAVES);
    final long bit = 1L << leaf % LEAVES;
    final long seen = (long) WORD.getVolatile(words, at);
    if ((seen & (bit | LEAVING)) != bit) {
      announceAnew(at, bit, seen);
    }
  }

  private void announceAnew(int at, long bit, long found) {
    long seen = found;
    do {
      final long next = ((seen | bit) & ~LEAVING) + VERSION;
      final long witness = (long) WORD.compareAndExchange(words, at, seen, next);
      if (witness == seen) {
        return;
      }
      seen = witness;
      Thread.onSpinWait();
    } while ((seen & (bit | LEAVING)) != bit);
  }

  /**
   * Stops announcing a leaf that a walk found empty; does nothing where it is not empty any more.
   *
   * @param leaf the leaf
   * @param leaves where the leaf's word is
   * @param leafAt its index there
   */
  void retire(int leaf, long[] leaves, int leafAt) {
    final int at = PaddedWords.at(leaf / LEAVES);
    final long bit = 1L << leaf % LEAVES;
    final long seen = (long) WORD.getVolatile(words, at);
    if ((seen & (bit | LEAVING)) != bit) {
      return;
    }
    final long leaving = seen | LEAVING;
    if (WORD.compareAndSet(words, at, seen, leaving)) {
      final boolean empty = (long) WORD.getVolatile(leaves, leafAt) == 0;
      WORD.compareAndSet(words, at, leaving, empty ? seen & ~bit : seen);
    }
  }
}
