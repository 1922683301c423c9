package org.svabench.model.reference;

import java.util.ArrayList;
import java.util.List;
import org.svabench.model.topology.Device;

/** Everything that was handed to the queues since it was last emptied. */
final class Wire {
  private List<Submission> submissions = new ArrayList<>();

  void submit(int iommu, Words... commands) {
    submissions.add(new Submission(iommu, List.of(commands), true));
  }

  /** Hands commands over in pieces of at most a number; only the last piece has a wait. */
  void submitInPieces(int iommu, int most, List<Words> commands) {
    for (int at = 0; at < commands.size(); at += most) {
      int end = Math.min(at + most, commands.size());
      submissions.add(new Submission(iommu, commands.subList(at, end), end == commands.size()));
    }
  }

  void submit(Device device, Words... commands) {
    submit(device.iommu().index(), commands);
  }

  List<Submission> take() {
    List<Submission> taken = submissions;
    submissions = new ArrayList<>();
    return taken;
  }
}
