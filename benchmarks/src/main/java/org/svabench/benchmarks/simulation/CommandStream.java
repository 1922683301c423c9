package org.svabench.benchmarks.simulation;

import java.util.List;
import java.util.Set;
import org.svabench.benchmarks.choice.NotificationRange;
import org.svabench.benchmarks.fanout.BoundMm;
import org.svabench.model.Design;
import org.svabench.model.Quirk;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;

/**
 * What one notification of an mm sends, taken from the model.
 *
 * @param submissions in the order in which they are made
 */
public record CommandStream(List<Submission> submissions) {
  /**
   * Lets the model notify once.
   *
   * @param topology the machine
   * @param design the design
   * @param quirks the defects that are on
   * @param range the range
   * @param asFlushed whether the design's kernels may hand over a wider range
   * @param bound the devices that the mm has bound, in this order
   * @return what it sent
   */
  public static CommandStream of(
      Topology topology,
      Design design,
      Set<Quirk> quirks,
      NotificationRange range,
      boolean asFlushed,
      List<Device> bound) {
    SubmissionRecorder recorder = new SubmissionRecorder(topology, design.decoder());
    BoundMm mm = BoundMm.of(topology, design, quirks, recorder, bound);
    recorder.clear();
    mm.invalidate(range, asFlushed);
    return new CommandStream(recorder.recorded());
  }

  /**
   * Commands, waits not among them.
   *
   * @return 0 or above
   */
  public long commands() {
    return submissions.stream().mapToLong(Submission::commands).sum();
  }

  /**
   * Waits.
   *
   * @return 0 or above
   */
  public long waits() {
    return submissions.stream().filter(Submission::waits).count();
  }

  /** Most slots that one submission takes. */
  int longestSubmission() {
    return submissions.stream().mapToInt(Submission::slots).max().orElse(0);
  }
}
