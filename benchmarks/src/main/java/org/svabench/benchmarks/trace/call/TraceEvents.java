package org.svabench.benchmarks.trace.call;

/**
 * Who is told what a trace says, in the order in which it says it. Readers of formats call it; a
 * {@link Call} handed over is only valid during the call.
 */
public interface TraceEvents {
  /**
   * A line of this thread begins; what the line says follows, if it says anything.
   *
   * @param nanos its time
   * @param tid thread
   * @param pid its process, or 0 where the format does not say
   * @param bytes where the thread's name lies
   * @param from first byte of the name
   * @param to one past its last byte; {@code from} where the format does not say
   */
  void line(long nanos, int tid, int pid, byte[] bytes, int from, int to);

  /**
   * A call, from entry to return or without a known return.
   *
   * @param call the call
   */
  void call(Call call);

  /**
   * A call began; its return is on another line.
   *
   * @param call the call, without an outcome
   */
  void begin(Call call);

  /**
   * A call returned that had begun on an earlier line.
   *
   * @param call thread, time, outcome and which call
   * @return whether that thread had begun such a call
   */
  boolean end(Call call);

  /**
   * A thread was created, seen from a record of the kernel.
   *
   * @param parent the creating thread, or 0
   * @param tid the new thread
   * @param pid its process, or 0 where the record does not say
   * @param flags clone flags, or -1 where the record does not say
   */
  void created(int parent, int tid, int pid, long flags);

  /**
   * A thread executed another program, seen from a record of the kernel.
   *
   * @param tid thread
   * @param name the program's name
   * @param witness what says so
   */
  void executed(int tid, String name, Witness witness);

  /**
   * A thread ended.
   *
   * @param tid thread
   */
  void exited(int tid);

  /**
   * A thread of a process took the process over by executing another program.
   *
   * @param leader the process
   * @param by the thread that executed
   */
  void superseded(int leader, int by);

  /**
   * The processor flushed translations of the thread's mm ({@code tlb:tlb_flush}).
   *
   * @param tid thread
   * @param pages pages of 4 KiB, -1 for all
   * @param reason the kernel's reason, 0..5
   */
  void flush(int tid, long pages, int reason);

  /**
   * Translations of a known range of the thread's mm were invalidated.
   *
   * @param tid thread
   * @param start first byte
   * @param end one past the last byte, all ones with start 0 for everything
   * @param strideShift log2 of the bytes of one entry, 12 for small pages
   */
  void flushRange(int tid, long start, long end, int strideShift);

  /**
   * An event of the IOMMU driver.
   *
   * @param tid the thread it happened on
   * @param bytes where it lies
   * @param from first byte of the event's name, without the name of its system
   * @param to one past the last byte of the line
   */
  void iommu(int tid, byte[] bytes, int from, int to);
}
