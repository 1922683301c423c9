package org.svabench.results.gate.record;

/**
 * Length of a fork.
 *
 * @param warmups windows of warm-up
 * @param measurements measured windows
 * @param windowMillis length of a window; an operation that takes longer makes its window longer
 */
public record Shape(int warmups, int measurements, int windowMillis) {
  /**
   * All windows of a fork, without the start of its JVM.
   *
   * @return milliseconds
   */
  public long millis() {
    return (long) (warmups + measurements) * windowMillis;
  }
}
