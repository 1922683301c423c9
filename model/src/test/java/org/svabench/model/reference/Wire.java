package org.svabench.model.reference;

import java.util.ArrayList;
import java.util.List;
import org.svabench.model.topology.Device;

/** Everything that was handed to the queues since it was last emptied. */
final class Wire {
  private List<Submission> submissions = new ArrayList<>();

  void submit(int iommu, Words... commands) {
    submissions.add(new Submission(iommu, List.of(commands)));
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
