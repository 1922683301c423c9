package org.svabench.model.fanout;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * An index with one word that binders change and notifications read.
 *
 * <p>The word is not padded. It is written by binds of its own mm alone, which write the mm's lists
 * and pools beside it too, and a machine has as many of them as mms: at four bonds an mm, padding
 * was a fifth of all that a bond weighs.
 */
abstract class WordIndex extends InvalidationIndex {
  static final VarHandle WORD;

  static {
    try {
      WORD = MethodHandles.lookup().findVarHandle(WordIndex.class, "word", long.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private long word;
}
