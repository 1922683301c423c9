package org.svabench.benchmarks.trace.notification;

/** Who is told of events of the IOMMU driver, as the kernel printed them. */
@FunctionalInterface
public interface IommuListener {
  /**
   * An event.
   *
   * @param line of the trace, from 1
   * @param tid the thread it happened on
   * @param bytes where it lies; not to be kept
   * @param from first byte of the event's name
   * @param to one past the last byte of its text
   */
  void event(long line, int tid, byte[] bytes, int from, int to);
}
