package org.svabench.results.jmh;

import java.util.List;

/**
 * How JMH ran a benchmark, as far as its JSON says; empty text, an empty list or 0 where it does
 * not.
 *
 * @param jmhVersion such as {@code 1.37}
 * @param jdkVersion of the forks
 * @param vm name and version of the virtual machine
 * @param jvmArguments of the forks
 * @param warmups iterations that do not count
 * @param warmupTime of one of them, such as {@code 1 s}
 * @param measurements iterations that count
 * @param measurementTime of one of them
 */
public record JmhSetting(
    String jmhVersion,
    String jdkVersion,
    String vm,
    List<String> jvmArguments,
    int warmups,
    String warmupTime,
    int measurements,
    String measurementTime) {
  /** Nothing is known. */
  public static final JmhSetting UNKNOWN = new JmhSetting("", "", "", List.of(), 0, "", 0, "");

  /**
   * The iterations of a fork in words.
   *
   * @return such as {@code 5 x 100 ms warm-up, 8 x 100 ms}, empty where unknown
   */
  public String iterations() {
    return measurements == 0
        ? ""
        : (warmups == 0 ? "no warm-up, " : warmups + times(warmupTime) + " warm-up, ")
            + measurements
            + times(measurementTime);
  }

  private static String times(String time) {
    return time.isEmpty() || time.equals("single-shot") ? " single shots" : " x " + time;
  }
}
