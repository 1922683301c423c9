package org.svabench.model.fanout;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Keeps the word off the cache lines of whatever was allocated before it. */
abstract class PaddedWordLeadingPad extends InvalidationIndex {
  int l; // takes the gap behind the object header, where a field of a subclass would land otherwise
  long l00, l01, l02, l03, l04, l05, l06, l07; // 64 bytes
  long l08, l09, l10, l11, l12, l13, l14, l15; // 128 bytes
}

/** The word. */
abstract class PaddedWord extends PaddedWordLeadingPad {
  long word;
}

/** An index with one word, alone on its cache lines, that binders change and notifications read. */
abstract class PaddedWordIndex extends PaddedWord {
  static final VarHandle WORD;

  static {
    try {
      WORD = MethodHandles.lookup().findVarHandle(PaddedWord.class, "word", long.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  int t; // takes the gap in front of the word that compact object headers leave
  long t00, t01, t02, t03, t04, t05, t06, t07; // 64 bytes
  long t08, t09, t10, t11, t12, t13, t14, t15; // 128 bytes
}
