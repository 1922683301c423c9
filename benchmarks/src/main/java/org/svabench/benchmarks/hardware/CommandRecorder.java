package org.svabench.benchmarks.hardware;

import java.util.ArrayList;
import java.util.List;
import org.svabench.model.queue.Command;
import org.svabench.model.queue.CommandDecoder;
import org.svabench.model.queue.CommandRing;
import org.svabench.model.queue.Hardware;
import org.svabench.model.topology.Topology;

/** Hardware that writes down the commands of one notification. */
final class CommandRecorder extends Hardware {
  private final Topology topology;
  private final CommandDecoder decoder;
  private final Command command = new Command();
  private final List<SentCommand> commands = new ArrayList<>();
  private int pasid;
  private long waits;

  CommandRecorder(Topology topology, CommandDecoder decoder) {
    this.topology = topology;
    this.decoder = decoder;
  }

  /** Starts over; PASIDs of commands are written down as this one. */
  void start(int recordedPasid) {
    commands.clear();
    pasid = recordedPasid;
    waits = 0;
  }

  @Override
  public long execute(int iommu, long[] words, int count, boolean wait) {
    for (int i = 0; i < count; i++) {
      int word = CommandRing.PAYLOAD_WORDS * i;
      decoder.decode(words[word], words[word + 1], command);
      commands.add(SentCommand.of(topology.iommu(iommu).name(), command, pasid));
    }
    waits += wait ? 1 : 0;
    return 0;
  }

  List<SentCommand> commands() {
    return List.copyOf(commands);
  }

  long waits() {
    return waits;
  }
}
