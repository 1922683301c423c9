package org.svabench.benchmarks;

/**
 * The JVM arguments every fork starts with, as constants for {@code @Fork}: a small heap that never
 * grows and a collector without threads of its own, since what is measured allocates nothing.
 */
public final class ForkJvm {
  /** First size of the heap. */
  public static final String HEAP = "-Xms256m";

  /** Largest size of the heap, the same. */
  public static final String MAX_HEAP = "-Xmx256m";

  /** The collector by name, so that no machine chooses another. */
  public static final String COLLECTOR = "-XX:+UseSerialGC";

  private ForkJvm() {}
}
