package org.svabench.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.svabench.model.mm.Bond;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Errno;
import org.svabench.model.mm.Mm;
import org.svabench.model.mm.Pasid;
import org.svabench.model.queue.Command;
import org.svabench.model.queue.Hardware;
import org.svabench.model.sva.SvaDomain;
import org.svabench.model.topology.Family;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyBuilder;

/** Runs a recorded trace through the model and collects every line that comes out differently. */
final class RecordedTrace {
  private final List<JsonObject> lines = new ArrayList<>();
  private final List<String> mismatches = new ArrayList<>();
  private final Recorder recorder = new Recorder();
  private final Map<Integer, Mm> mms = new HashMap<>();
  private final Map<Integer, Bond> bonds = new HashMap<>();
  private final Map<Bond, Integer> handles = new HashMap<>();
  private final Machine machine;
  private final Cpu cpu;
  private int nextHandle;

  private RecordedTrace(String resource) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(RecordedTrace.class.getResourceAsStream(resource)),
                StandardCharsets.UTF_8))) {
      reader.lines().forEach(line -> lines.add(JsonParser.parseString(line).getAsJsonObject()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonObject header = lines.get(0);
    Design design = Designs.named(header.get("model").getAsString()).orElseThrow();
    recorder.raw = header.get("raw").getAsInt() == 1;
    recorder.design = design;
    machine = Machine.with(topology(header), design).hardware(recorder).build();
    cpu = machine.newCpu();
  }

  static List<String> mismatches(String resource) {
    RecordedTrace trace = new RecordedTrace(resource);
    trace.run();
    return trace.mismatches;
  }

  private void run() {
    int number = 1;
    for (JsonObject expected : lines.subList(1, lines.size())) {
      number++;
      if (expected.get("op").getAsString().equals("end")) {
        continue;
      }
      recorder.start();
      JsonObject actual = perform(expected);
      if (!actual.equals(expected)) {
        mismatches.add("line " + number + ": expected " + expected + ", got " + actual);
      }
    }
  }

  private JsonObject perform(JsonObject line) {
    JsonObject out = new JsonObject();
    String op = line.get("op").getAsString();
    out.addProperty("op", op);
    switch (op) {
      case "mm" -> {
        out.add("mm", line.get("mm"));
        mms.put(line.get("mm").getAsInt(), machine.newMm());
      }
      case "bind" -> bind(line, out);
      case "unbind" -> unbind(line, out);
      case "inv" -> {
        out.add("mm", line.get("mm"));
        out.add("s", line.get("s"));
        out.add("e", line.get("e"));
        machine.invalidate(cpu, mm(line), hex(line, "s"), hex(line, "e"));
        recorder.report(out, true);
      }
      case "exit" -> {
        out.add("mm", line.get("mm"));
        out.addProperty("rc", 0);
        Mm mm = mm(line);
        machine.exit(cpu, mm);
        report(out, mm);
        recorder.report(out, false);
      }
      default -> throw new IllegalArgumentException(op);
    }
    return out;
  }

  private void bind(JsonObject line, JsonObject out) {
    Mm mm = mm(line);
    int device = line.get("dev").getAsInt();
    out.add("mm", line.get("mm"));
    out.addProperty("dev", device);
    int error = machine.bind(cpu, mm, machine.topology().device(device));
    if (error != 0) {
      out.addProperty("rc", Errno.name(error));
    } else {
      out.addProperty("rc", 0);
      Bond bond = cpu.bond();
      boolean shared = handles.containsKey(bond);
      if (!shared) {
        bonds.put(nextHandle, bond);
        handles.put(bond, nextHandle++);
      }
      out.addProperty("h", handles.get(bond));
      out.addProperty("sh", shared ? 1 : 0);
      out.addProperty("hu", bond.users());
      if (bond.device().index() != device) {
        out.addProperty("hdev", bond.device().index());
      }
      List<Machine.DomainState> domains = machine.domains(mm);
      SvaDomain own = machine.domainOf(bond);
      for (int i = 0; i < domains.size(); i++) {
        if (domains.get(i).domain() == own) {
          out.addProperty("di", i);
        }
      }
    }
    report(out, mm);
    recorder.report(out, false);
  }

  private void unbind(JsonObject line, JsonObject out) {
    int handle = line.get("h").getAsInt();
    Bond bond = bonds.get(handle);
    Mm mm = bond.mm();
    out.addProperty("h", handle);
    out.add("mm", line.get("mm"));
    out.addProperty("dev", bond.device().index());
    out.addProperty("rc", 0);
    machine.unbind(cpu, bond);
    out.addProperty("hu", bond.users());
    if (bond.users() == 0) {
      bonds.remove(handle);
      handles.remove(bond);
    }
    report(out, mm);
    recorder.report(out, false);
  }

  private void report(JsonObject out, Mm mm) {
    out.addProperty("pasid", mm.pasid() == Pasid.INVALID ? -1 : mm.pasid());
    JsonArray list = new JsonArray();
    for (Machine.DomainState state : machine.domains(mm)) {
      if (state.group() < 0) {
        list.add(state.users());
      } else {
        JsonArray pair = new JsonArray();
        pair.add(state.group());
        pair.add(state.users());
        list.add(pair);
      }
    }
    out.add("dom", list);
    if (mm.dead()) {
      out.addProperty("mmfree", 1);
    }
  }

  private Mm mm(JsonObject line) {
    return mms.get(line.get("mm").getAsInt());
  }

  private static long hex(JsonObject line, String field) {
    return Long.parseUnsignedLong(line.get(field).getAsString().substring(2), 16);
  }

  private static Topology topology(JsonObject header) {
    TopologyBuilder builder = Topology.named(header.get("topology").getAsString(), Family.VTD);
    for (JsonElement each : header.getAsJsonArray("iommus")) {
      JsonObject iommu = each.getAsJsonObject();
      int compatibilityClass = iommu.get("class").getAsInt();
      builder.iommu(
          "dmar" + iommu.get("id").getAsInt(), spec -> spec.compatibilityClass(compatibilityClass));
    }
    for (JsonElement each : header.getAsJsonArray("devices")) {
      JsonObject device = each.getAsJsonObject();
      builder
          .device(device.get("iommu").getAsInt())
          .group(device.get("group").getAsInt())
          .ats(device.get("ats").getAsInt() == 1)
          .maxPasids(device.get("max_pasids").getAsInt())
          .sourceId(device.get("sid").getAsInt());
    }
    List<int[]> groups = new ArrayList<>();
    for (JsonElement each : header.getAsJsonArray("groups")) {
      groups.add(each.getAsJsonArray().asList().stream().mapToInt(JsonElement::getAsInt).toArray());
    }
    return builder.groupOrder(groups).build();
  }

  /** Writes down what is submitted, in the form of the trace. */
  private static final class Recorder extends Hardware {
    private final Command command = new Command();
    private Design design;
    private boolean raw;
    private JsonArray submissions = new JsonArray();
    private JsonArray words = new JsonArray();

    void start() {
      submissions = new JsonArray();
      words = new JsonArray();
    }

    void report(JsonObject out, boolean always) {
      if (always || !submissions.isEmpty()) {
        out.add("subs", submissions);
        if (raw) {
          out.add("raw", words);
        }
      }
    }

    @Override
    public long execute(int iommu, long[] batch, int count, boolean waits) {
      JsonArray descriptors = new JsonArray();
      for (int i = 0; i < count; i++) {
        design.decoder().decode(batch[2 * i], batch[2 * i + 1], command);
        descriptors.add(descriptor());
        JsonArray pair = new JsonArray();
        pair.add("0x" + Long.toHexString(batch[2 * i]));
        pair.add("0x" + Long.toHexString(batch[2 * i + 1]));
        words.add(pair);
      }
      JsonArray submission = new JsonArray();
      submission.add(iommu);
      submission.add(descriptors);
      submissions.add(submission);
      return 0;
    }

    private JsonArray descriptor() {
      JsonArray fields = new JsonArray();
      switch (command.kind) {
        case IOTLB_BLOCK -> {
          fields.add("P");
          fields.add(command.domainId);
          fields.add(command.pasid);
          fields.add("0x" + Long.toHexString(command.base));
          fields.add(command.order);
        }
        case IOTLB_WHOLE -> {
          fields.add("A");
          fields.add(command.domainId);
          fields.add(command.pasid);
        }
        case DEVICE_TLB -> {
          fields.add("D");
          fields.add(command.pasid);
          fields.add(command.sourceId);
          fields.add("0x" + Long.toHexString(command.base));
          fields.add(command.order);
        }
        case PASID_CACHE -> {
          fields.add("C");
          fields.add(command.domainId);
          fields.add(command.pasid);
        }
        default -> fields.add(command.kind.name());
      }
      return fields;
    }
  }
}
