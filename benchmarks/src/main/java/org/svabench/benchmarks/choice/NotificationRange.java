package org.svabench.benchmarks.choice;

/**
 * The range of a notification.
 *
 * @param text how the user wrote it
 * @param start first byte
 * @param end exclusive; with start 0, -1 is everything
 */
public record NotificationRange(String text, long start, long end) {
  private static final int PAGE_SHIFT = 12;

  /**
   * Whether the whole mm is meant.
   *
   * @return true for {@code all}
   */
  public boolean everything() {
    return start == 0 && end == -1L;
  }

  /**
   * Pages that the range touches.
   *
   * @return 4 KiB pages, at least 1; meaningless for {@link #everything}
   */
  public long pages() {
    return ((end - 1) >>> PAGE_SHIFT) - (start >>> PAGE_SHIFT) + 1;
  }

  /**
   * The range in words.
   *
   * @return such as {@code 1 page at 0x7f0000000000}
   */
  public String inWords() {
    if (everything()) {
      return "the whole mm";
    }
    long pages = pages();
    return pages + (pages == 1 ? " page" : " pages") + " at 0x" + Long.toHexString(start);
  }
}
