package org.svabench.benchmarks.hardware;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A trace of the driver's events as a kernel would have printed it while it did what a recorded
 * file says it did. Made from the recorded outcomes alone; nothing here asks the model. Each mm is
 * notified by a thread of its own, 1000 + mm.
 */
final class VectorTrace {
  /** How the order of events tells the kernel. */
  enum Era {
    /** v6.12 on: the tags of a batch, then its commands. */
    BATCHED,
    /** v6.10, v6.11: each command, then its tag. */
    ONE_BY_ONE,
    /** Up to v6.9: commands only. */
    COMMANDS_ONLY
  }

  private final JsonObject header;
  private final List<JsonObject> operations = new ArrayList<>();
  private final Era era;
  private final boolean ftrace;
  private final List<String> lines = new ArrayList<>();
  private final Map<Integer, Integer> pasids = new HashMap<>();
  private final Map<Integer, int[]> handles = new HashMap<>();
  private final Map<String, Integer> users = new HashMap<>();
  private int time;

  VectorTrace(String vector, Era era, boolean ftrace) throws IOException {
    this.era = era;
    this.ftrace = ftrace;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    VectorTrace.class.getResourceAsStream("/vectors/" + vector + ".jsonl.gz")),
                StandardCharsets.UTF_8))) {
      header = JsonParser.parseString(reader.readLine()).getAsJsonObject();
      reader
          .lines()
          .map(line -> JsonParser.parseString(line).getAsJsonObject())
          .forEach(operations::add);
    }
    if (ftrace) {
      lines.add("# tracer: nop");
      lines.add("#");
    }
    operations.forEach(this::perform);
  }

  /** The machine as a topology file. */
  List<String> topology() {
    List<String> text = new ArrayList<>();
    text.add("family vtd");
    for (JsonElement iommu : header.getAsJsonArray("iommus")) {
      JsonObject unit = iommu.getAsJsonObject();
      text.add("iommu dmar" + unit.get("id") + " class=" + unit.get("class"));
    }
    for (JsonElement each : header.getAsJsonArray("devices")) {
      JsonObject device = each.getAsJsonObject();
      text.add(
          String.format(
              "device d%s iommu=dmar%s sid=%s ats=%s max_pasids=%s",
              device.get("id"),
              device.get("iommu"),
              device.get("sid"),
              device.get("ats").getAsInt() == 1 ? "yes" : "no",
              device.get("max_pasids")));
    }
    JsonArray groups = header.getAsJsonArray("groups");
    for (int group = 0; group < groups.size(); group++) {
      StringBuilder members = new StringBuilder("group g" + group);
      groups.get(group).getAsJsonArray().forEach(id -> members.append(" d").append(id));
      text.add(members.toString());
    }
    return text;
  }

  List<String> lines() {
    return lines;
  }

  private void perform(JsonObject operation) {
    String name = operation.get("op").getAsString();
    int mm = operation.has("mm") ? operation.get("mm").getAsInt() : 0;
    if (operation.has("pasid") && operation.get("pasid").getAsInt() > 0) {
      pasids.put(mm, operation.get("pasid").getAsInt());
    }
    switch (name) {
      case "bind" -> {
        submitted(mm, operation, false);
        boolean bound = operation.get("rc").getAsString().equals("0");
        if (bound && operation.get("sh").getAsInt() == 0) {
          int device = operation.get("dev").getAsInt();
          handles.put(operation.get("h").getAsInt(), new int[] {mm, device});
          tags(mm, device, true);
        }
      }
      case "unbind" -> {
        submitted(mm, operation, false);
        if (operation.get("hu").getAsInt() == 0) {
          int[] bond = handles.remove(operation.get("h").getAsInt());
          tags(bond[0], bond[1], false);
        }
      }
      case "exit" -> submitted(mm, operation, false);
      case "inv" -> submitted(mm, operation, true);
      default -> {}
    }
  }

  private JsonObject device(int id) {
    return header.getAsJsonArray("devices").get(id).getAsJsonObject();
  }

  private static String address(int sid) {
    return String.format("0000:%02x:%02x.%d", sid >> 8, sid >> 3 & 31, sid & 7);
  }

  private void tags(int mm, int bound, boolean assign) {
    if (era == Era.COMMANDS_ONLY) {
      return;
    }
    int group = device(bound).get("group").getAsInt();
    for (JsonElement id : header.getAsJsonArray("groups").get(group).getAsJsonArray()) {
      JsonObject device = device(id.getAsInt());
      int most = device.get("max_pasids").getAsInt();
      if (most == 0) {
        continue;
      }
      String iommu = "dmar" + device.get("iommu");
      tag(mm, iommu, iommu, "iotlb", assign);
      if (device.get("ats").getAsInt() == 1) {
        tag(mm, iommu, address(device.get("sid").getAsInt()), "devtlb", assign);
      }
    }
  }

  private void tag(int mm, String iommu, String device, String type, boolean assign) {
    int before = users.getOrDefault(mm + device, 0);
    users.put(mm + device, before + (assign ? 1 : -1));
    print(
        mm,
        String.format(
            "cache_tag_%s: %s/%s type %s did 1 pasid %d ref %d",
            assign ? "assign" : "unassign",
            iommu,
            device,
            type,
            pasids.get(mm),
            assign ? before + 1 : before));
  }

  private void submitted(int mm, JsonObject operation, boolean notification) {
    if (!operation.has("subs")) {
      return;
    }
    for (JsonElement each : operation.getAsJsonArray("subs")) {
      String iommu = "dmar" + each.getAsJsonArray().get(0);
      JsonArray commands = each.getAsJsonArray().get(1).getAsJsonArray();
      boolean tags = notification && era != Era.COMMANDS_ONLY;
      for (JsonElement command : commands) {
        if (tags && era == Era.BATCHED) {
          told(mm, iommu, command.getAsJsonArray(), operation);
        }
      }
      for (JsonElement command : commands) {
        queued(mm, iommu, command.getAsJsonArray());
        if (tags && era == Era.ONE_BY_ONE) {
          told(mm, iommu, command.getAsJsonArray(), operation);
        }
      }
    }
  }

  private void told(int mm, String iommu, JsonArray command, JsonObject operation) {
    String letter = command.get(0).getAsString();
    boolean device = letter.equals("D");
    long start = Long.decode(operation.get("s").getAsString());
    long end = Long.parseUnsignedLong(operation.get("e").getAsString().substring(2), 16);
    boolean whole = letter.equals("A");
    print(
        mm,
        String.format(
            "cache_tag_flush_range: %s %s[%d] type %s did 1 [0x%x-0x%x] addr 0x%x pages 0x%x mask"
                + " 0x%x",
            iommu,
            device ? address(command.get(2).getAsInt()) : iommu,
            pasids.get(mm),
            device ? "devtlb" : "iotlb",
            start,
            end == -1L ? end : end - 1,
            whole ? 0 : Long.decode(command.get(3).getAsString()),
            1,
            whole ? 52 : command.get(4).getAsInt()));
  }

  private void queued(int mm, String iommu, JsonArray command) {
    long[] words = encoded(command);
    String kind =
        switch (command.get(0).getAsString()) {
          case "C" -> "pc_inv";
          case "D" -> "p_dev_tlb_inv";
          default -> "p_iotlb_inv";
        };
    print(
        mm, String.format("qi_submit: %s %s: 0x%x 0x%x 0x0 0x0", kind, iommu, words[0], words[1]));
  }

  /** The words of a descriptor, by the layout of the VT-d specification, chapter 6.5. */
  private static long[] encoded(JsonArray command) {
    if (command.get(0).getAsString().equals("D")) {
      long pasid = command.get(1).getAsLong();
      long sid = command.get(2).getAsLong();
      int order = command.get(4).getAsInt();
      long size = order == 0 ? 0 : ((1L << order - 1) - 1) << 12 | 1L << 11;
      return new long[] {
        8 | 16 << 4 | (sid & 15) << 12 | sid << 16 | pasid << 32 | sid >> 4 << 52,
        Long.decode(command.get(3).getAsString()) | size
      };
    }
    long granularity = Map.of("P", 3L, "A", 2L, "C", 1L).get(command.get(0).getAsString());
    long type = command.get(0).getAsString().equals("C") ? 7 : 6;
    long word0 =
        type
            | granularity << 4
            | command.get(1).getAsLong() << 16
            | command.get(2).getAsLong() << 32;
    boolean block = command.size() > 3;
    return new long[] {
      word0, block ? Long.decode(command.get(3).getAsString()) | command.get(4).getAsLong() : 0
    };
  }

  /** How many of the recorded descriptors are encoded otherwise than the recording says. */
  int encodedOtherwise() {
    int differing = 0;
    for (JsonObject operation : operations) {
      if (operation.has("raw")) {
        int at = 0;
        for (JsonElement submission : operation.getAsJsonArray("subs")) {
          for (JsonElement command : submission.getAsJsonArray().get(1).getAsJsonArray()) {
            long[] words = encoded(command.getAsJsonArray());
            JsonArray raw = operation.getAsJsonArray("raw").get(at++).getAsJsonArray();
            differing +=
                raw.get(0).getAsString().equals("0x" + Long.toHexString(words[0]))
                        && raw.get(1).getAsString().equals("0x" + Long.toHexString(words[1]))
                    ? 0
                    : 1;
          }
        }
      }
    }
    return differing;
  }

  private void print(int mm, String event) {
    time += 3;
    lines.add(
        ftrace
            ? String.format(
                Locale.ROOT,
                "         dsa_app-%d   [003] d..2.  100.%06d: %s",
                1000 + mm,
                time,
                event)
            : String.format(
                Locale.ROOT,
                "         dsa_app  %d [003]   100.%06d: intel_iommu:%s",
                1000 + mm,
                time,
                event));
  }
}
