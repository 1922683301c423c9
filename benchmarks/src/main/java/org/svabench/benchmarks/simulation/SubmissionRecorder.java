package org.svabench.benchmarks.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.svabench.model.queue.Command;
import org.svabench.model.queue.CommandDecoder;
import org.svabench.model.queue.Hardware;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;

/** Hardware that writes down what it is handed. For one thread. */
final class SubmissionRecorder extends Hardware {
  private final CommandDecoder decoder;
  private final Command command = new Command();
  private final List<Map<Integer, Integer>> devices = new ArrayList<>();
  private final List<Submission> submissions = new ArrayList<>();

  SubmissionRecorder(Topology topology, CommandDecoder decoder) {
    this.decoder = decoder;
    for (int i = 0; i < topology.iommuCount(); i++) {
      devices.add(new HashMap<>());
    }
    for (Device device : topology.devices()) {
      devices.get(device.iommu().index()).put(device.sourceId(), device.index());
    }
  }

  @Override
  public long execute(int iommu, long[] words, int count, boolean waits) {
    int iotlbCommands = 0;
    List<Integer> told = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      decoder.decode(words[2 * i], words[2 * i + 1], command);
      switch (command.kind) {
        case DEVICE_TLB, DEVICE_TLB_OF_ALL_PASIDS ->
            told.add(devices.get(iommu).get(command.sourceId));
        default -> iotlbCommands++;
      }
    }
    submissions.add(new Submission(iommu, iotlbCommands, List.copyOf(told), waits));
    return 0;
  }

  void clear() {
    submissions.clear();
  }

  List<Submission> recorded() {
    return List.copyOf(submissions);
  }
}
