package org.svabench.benchmarks.trace.notification;

/** Who is told of events of the IOMMU driver, as the kernel printed them. */
@FunctionalInterface
public interface IommuListener {
  /**
   * An event.
   *
   * @param nanos time
   * @param bytes where it lies; not to be kept
   * @param from first byte of the event's name
   * @param to one past the last byte of its text
   */
  void event(long nanos, byte[] bytes, int from, int to);
}
