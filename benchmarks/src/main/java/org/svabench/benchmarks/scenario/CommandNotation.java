package org.svabench.benchmarks.scenario;

import com.google.gson.JsonArray;
import org.svabench.model.queue.Command;

/** How a command is written in {@code subs}: a letter, then the fields that it has. */
final class CommandNotation {
  private CommandNotation() {}

  /** The letter of a command. */
  static String letter(Command command) {
    return switch (command.kind) {
      case IOTLB_BLOCK -> "P";
      case IOTLB_WHOLE -> "A";
      case DEVICE_TLB -> "D";
      case PASID_CACHE -> "C";
      case IOTLB_BLOCK_OF_ALL_PASIDS -> "P*";
      case IOTLB_WHOLE_OF_ALL_PASIDS -> "A*";
      case DEVICE_TLB_OF_ALL_PASIDS -> "D*";
      case WAIT -> "W";
      case OTHER -> "O";
    };
  }

  /** Domain id, PASID, source id, address and log2 of the pages, or their number. */
  static JsonArray written(Command command) {
    JsonArray fields = new JsonArray();
    fields.add(letter(command));
    for (int identity : new int[] {command.domainId, command.pasid, command.sourceId}) {
      if (identity >= 0) {
        fields.add(identity);
      }
    }
    if (command.pages != 0) {
      fields.add(address(command.base));
      if (command.order >= 0) {
        fields.add(command.order);
      } else {
        fields.add("x" + command.pages);
      }
    }
    return fields;
  }

  /** An address as the format writes it. */
  static String address(long value) {
    return "0x" + Long.toHexString(value);
  }
}
