package org.svabench.model.queue;

/** Reads the commands of one family back. Stateless. */
public abstract class CommandDecoder {
  /** For the families. */
  protected CommandDecoder() {}

  /**
   * Decodes one command.
   *
   * @param word0 its first word
   * @param word1 its second word
   * @param into is filled
   */
  public abstract void decode(long word0, long word1, Command into);
}
