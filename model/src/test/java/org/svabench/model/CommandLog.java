package org.svabench.model;

import java.util.ArrayList;
import java.util.List;
import org.svabench.model.queue.Command;
import org.svabench.model.queue.CommandDecoder;
import org.svabench.model.queue.Hardware;

/** Hardware that writes commands and waits down in words, in the order in which rings get them. */
public final class CommandLog extends Hardware {
  private final CommandDecoder decoder;
  private final Command command = new Command();
  private final List<String> lines = new ArrayList<>();

  public CommandLog(Design design) {
    decoder = design.decoder();
  }

  /** What was logged since the last call. */
  public List<String> take() {
    List<String> taken = List.copyOf(lines);
    lines.clear();
    return taken;
  }

  @Override
  public long execute(int iommu, long[] words, int count, boolean waits) {
    for (int i = 0; i < count; i++) {
      decoder.decode(words[2 * i], words[2 * i + 1], command);
      lines.add(iommu + " " + inWords());
    }
    if (waits) {
      lines.add(iommu + " wait");
    }
    return 0;
  }

  private String inWords() {
    return switch (command.kind) {
      case IOTLB_BLOCK -> "iotlb " + tag() + block();
      case IOTLB_WHOLE -> "iotlb " + tag() + "all";
      case IOTLB_BLOCK_OF_ALL_PASIDS -> "iotlb * " + block();
      case IOTLB_WHOLE_OF_ALL_PASIDS -> "iotlb * all";
      case DEVICE_TLB -> "devtlb " + device() + block();
      case DEVICE_TLB_OF_ALL_PASIDS -> "devtlb " + Integer.toHexString(command.sourceId) + "* ";
      case PASID_CACHE ->
          "context " + (command.sourceId < 0 ? command.pasid : device().strip()).toString();
      case WAIT -> "fence";
      case OTHER -> "other";
    };
  }

  private String tag() {
    return (command.domainId < 0 ? "" : command.domainId + "/") + command.pasid + " ";
  }

  private String device() {
    return Integer.toHexString(command.sourceId) + "/" + command.pasid + " ";
  }

  private String block() {
    return command.order == 52 ? "all" : Long.toHexString(command.base) + "+" + command.pages;
  }
}
