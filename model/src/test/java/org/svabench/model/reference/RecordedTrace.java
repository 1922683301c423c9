package org.svabench.model.reference;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.svabench.model.Design;
import org.svabench.model.Designs;
import org.svabench.model.reference.MachineShape.Endpoint;
import org.svabench.model.reference.MachineShape.Unit;
import org.svabench.model.topology.Family;
import org.svabench.model.topology.Topology;

/** A recorded trace: its machine, its operations, and what the kernels' own logic did. */
final class RecordedTrace {
  private final JsonObject header;
  private final List<JsonObject> expected = new ArrayList<>();
  private final Map<Integer, Deque<Integer>> bindsOfHandle = new HashMap<>();
  private int binds;

  private RecordedTrace(String resource) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(RecordedTrace.class.getResourceAsStream(resource)),
                StandardCharsets.UTF_8))) {
      reader.lines().forEach(line -> expected.add(JsonParser.parseString(line).getAsJsonObject()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    header = expected.remove(0);
    expected.removeIf(line -> line.get("op").getAsString().equals("end"));
  }

  static RecordedTrace of(String resource) {
    return new RecordedTrace(resource);
  }

  Design design() {
    return Designs.named(header.get("model").getAsString()).orElseThrow();
  }

  Topology topology() {
    return shape().build(header.get("topology").getAsString());
  }

  /** Performs the trace and collects every line that comes out differently. */
  List<String> mismatches(Subject subject) {
    ScenarioText text = new ScenarioText(design().decoder(), header.get("raw").getAsInt() == 1);
    List<String> mismatches = new ArrayList<>();
    for (int i = 0; i < expected.size(); i++) {
      JsonObject line = expected.get(i);
      Operation operation = operation(line);
      JsonObject actual = text.line(operation, subject.perform(operation));
      if (!actual.equals(line)) {
        mismatches.add("line " + (i + 2) + ": expected " + line + ", got " + actual);
      }
    }
    return mismatches;
  }

  private Operation operation(JsonObject line) {
    String op = line.get("op").getAsString();
    return switch (op) {
      case "mm" -> new Operation.NewMm(number(line, "mm"));
      case "bind" -> {
        int bind = binds++;
        if (line.has("h")) {
          bindsOfHandle.computeIfAbsent(number(line, "h"), h -> new ArrayDeque<>()).push(bind);
        }
        yield new Operation.Bind(bind, number(line, "mm"), number(line, "dev"));
      }
      case "unbind" -> new Operation.Unbind(bindsOfHandle.get(number(line, "h")).pop());
      case "inv" -> new Operation.Invalidate(number(line, "mm"), hex(line, "s"), hex(line, "e"));
      case "exit" -> new Operation.Exit(number(line, "mm"));
      default -> throw new IllegalArgumentException(op);
    };
  }

  private MachineShape shape() {
    List<Unit> units = new ArrayList<>();
    for (JsonElement iommu : header.getAsJsonArray("iommus")) {
      units.add(new Unit(number(iommu.getAsJsonObject(), "class"), false, true));
    }
    Map<Integer, Integer> rank = new HashMap<>();
    for (JsonElement group : header.getAsJsonArray("groups")) {
      for (JsonElement device : group.getAsJsonArray()) {
        rank.put(device.getAsInt(), rank.size());
      }
    }
    List<Endpoint> devices = new ArrayList<>();
    JsonArray listed = header.getAsJsonArray("devices");
    for (JsonElement each : listed) {
      JsonObject device = each.getAsJsonObject();
      int id = number(device, "id");
      devices.add(
          new Endpoint(
              id,
              number(device, "iommu"),
              number(device, "group"),
              rank.get(id),
              number(device, "ats") == 1,
              false,
              false,
              number(device, "max_pasids"),
              number(device, "sid")));
    }
    return new MachineShape(Family.VTD, units, devices);
  }

  private static int number(JsonObject line, String field) {
    return line.get(field).getAsInt();
  }

  private static long hex(JsonObject line, String field) {
    return Long.parseUnsignedLong(line.get(field).getAsString().substring(2), 16);
  }
}
