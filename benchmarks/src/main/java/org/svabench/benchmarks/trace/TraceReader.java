package org.svabench.benchmarks.trace;

import java.io.IOException;
import java.util.function.Consumer;
import org.svabench.benchmarks.trace.count.LineKind;
import org.svabench.benchmarks.trace.count.TraceCounts;
import org.svabench.benchmarks.trace.format.LineParser;
import org.svabench.benchmarks.trace.format.TraceFormat;
import org.svabench.benchmarks.trace.notification.IommuListener;
import org.svabench.benchmarks.trace.notification.NotificationSink;
import org.svabench.benchmarks.trace.process.Processes;
import org.svabench.benchmarks.trace.text.LineReader;
import org.svabench.results.input.BadInput;

/**
 * Reads a trace from start to end and tells a sink of every notification. Memory does not depend on
 * the length of the trace. A reader is used once, by one thread.
 */
public final class TraceReader {
  private static final long PROGRESS_LINES = 65_536;

  private final TraceInput input;
  private final TraceFormat format;
  private final TraceCounts counts = new TraceCounts();
  private boolean byName;
  private Consumer<TraceInput> progress = unused -> {};
  private IommuListener iommu = (line, tid, bytes, from, to) -> {};

  /**
   * Looks at the first lines of a trace.
   *
   * @param input the trace
   * @throws BadInput if it is in no format that is read
   */
  public TraceReader(TraceInput input) {
    this.input = input;
    this.format = TraceFormat.of(input.name(), input.head());
  }

  /**
   * Threads of unknown origin belong together by name, not all together: for traces of several
   * processes whose format shows no process ids.
   *
   * @return this
   */
  public TraceReader groupingByName() {
    byName = true;
    return this;
  }

  /**
   * Who is told of progress.
   *
   * @param listener called with the input every {@value #PROGRESS_LINES} lines
   * @return this
   */
  public TraceReader onProgress(Consumer<TraceInput> listener) {
    progress = listener;
    return this;
  }

  /**
   * Who is told of events of the IOMMU driver.
   *
   * @param listener called for each of them, in order
   * @return this
   */
  public TraceReader onIommuEvent(IommuListener listener) {
    iommu = listener;
    return this;
  }

  /**
   * The format found.
   *
   * @return the format
   */
  public TraceFormat format() {
    return format;
  }

  /**
   * Reads all of it.
   *
   * @param sink told of each notification
   * @return what the trace held
   * @throws BadInput if the bytes cannot be read to the end
   */
  public TraceCounts read(NotificationSink sink) {
    Processes processes = new Processes(sink, iommu, counts, byName);
    LineParser parser = format.parser(processes, counts);
    LineReader lines = new LineReader(input.text());
    try {
      while (lines.next()) {
        counts.nextLine();
        if (lines.tooLong()) {
          counts.is(LineKind.TOO_LONG);
        } else {
          parser.line(lines.bytes(), lines.from(), lines.to());
        }
        if (counts.line() % PROGRESS_LINES == 0) {
          progress.accept(input);
        }
      }
    } catch (IOException failure) {
      throw input.failed(failure, lines.number() + 1);
    }
    parser.end();
    processes.finish();
    return counts;
  }
}
