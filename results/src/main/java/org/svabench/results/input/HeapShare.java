package org.svabench.results.input;

/** How much of the heap an input may take, so that none fills the memory. */
public enum HeapShare {
  /** What is made of a file that was read. */
  EIGHTH(8, "an eighth"),
  /** A text that is held as a whole. */
  SIXTEENTH(16, "a sixteenth");

  private final int part;
  private final String words;

  HeapShare(int part, String words) {
    this.part = part;
    this.words = words;
  }

  /**
   * The share, of the largest heap that this JVM may have.
   *
   * @return bytes
   */
  public long bytes() {
    return Runtime.getRuntime().maxMemory() / part;
  }

  /**
   * What to say of an input that would take more.
   *
   * @param whatTakes the input and a verb, {@code x.hlog: its histograms take}
   * @param most bytes that it may take
   * @param ofWhat what they are bytes of, with a blank in front, or nothing
   * @return the message, to be thrown
   */
  BadInput exceeded(String whatTakes, long most, String ofWhat) {
    return new BadInput(
        whatTakes
            + " more than "
            + (most >> 20)
            + " MiB"
            + ofWhat
            + ", "
            + words
            + " of the heap; give java a larger -Xmx if that is meant");
  }

  /**
   * Refuses what takes more than this share.
   *
   * @param bytes taken so far
   * @param whatTakes the input and a verb, {@code x.hlog: its histograms take}
   * @throws BadInput where that is too much
   */
  public void check(long bytes, String whatTakes) {
    if (bytes > bytes()) {
      throw exceeded(whatTakes, bytes(), "");
    }
  }
}
