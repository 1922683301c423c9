package org.svabench.model.fanout;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Keeps the word off the cache lines of whatever was allocated before it. */
abstract class PaddedWordLeadingPad extends InvalidationIndex {
  int l; // takes the gap behind the object header, where a field of a subclass would land otherwise
  long l00, l01, l02, l03, l04, l05, l06; // with the header and the gap 72 bytes
}

/** The word. */
abstract class PaddedWord extends PaddedWordLeadingPad {
  long word;
}

/**
 * An index with one word that binders change and notifications read, alone on its cache line. There
 * is one per domain, so it is padded to one line, not to the two that adjacent-line prefetch pairs:
 * of a million domains, each byte counts.
 */
abstract class PaddedWordIndex extends PaddedWord {
  static final VarHandle WORD;

  static {
    try {
      WORD = MethodHandles.lookup().findVarHandle(PaddedWord.class, "word", long.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  long t00, t01, t02, t03, t04, t05, t06; // 56 bytes, all that a line has beside the word
}
