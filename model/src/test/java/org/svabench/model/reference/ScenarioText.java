package org.svabench.model.reference;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.svabench.model.Quirk;
import org.svabench.model.mm.Errno;
import org.svabench.model.queue.Command;
import org.svabench.model.queue.CommandDecoder;
import org.svabench.model.reference.MachineShape.Endpoint;
import org.svabench.model.reference.MachineShape.Unit;
import org.svabench.model.topology.Topology;

/**
 * Writes scenarios and outcomes in the form {@code sva-vectors/1}, with the additions of the design
 * ({@code caching}, {@code svm}, {@code pri}, {@code quirk}, {@code quirks}, {@code fork}, {@code
 * kva}).
 */
final class ScenarioText {
  private final CommandDecoder decoder;
  private final boolean raw;
  private final Map<Integer, Integer> deviceOfHandle = new HashMap<>();
  private final Map<Integer, Integer> mmOfHandle = new HashMap<>();

  ScenarioText(CommandDecoder decoder, boolean raw) {
    this.decoder = decoder;
    this.raw = raw;
  }

  /** The scenario as a file whose outcomes are what the reference, or else the model, does. */
  static String file(Scenario scenario, String name) {
    Topology topology = scenario.shape().build(name);
    Subject subject =
        Generation.of(scenario.design())
            .<Subject>map(known -> new ReferenceMachine(topology, known, scenario.quirks()))
            .orElseGet(() -> new ModelSubject(topology, scenario.design(), scenario.quirks()));
    Ledger ledger = new Ledger(topology);
    ScenarioText text = new ScenarioText(scenario.design().decoder(), false);
    StringBuilder file = new StringBuilder(header(scenario, name).toString()).append('\n');
    for (Operation numbered : scenario.operations()) {
      Operation operation = scenario.resolved(numbered);
      if (ledger.accepts(operation)) {
        Outcome outcome = subject.perform(operation);
        file.append(text.line(operation, outcome)).append('\n');
        ledger.enter(operation, outcome);
      }
    }
    return file.toString();
  }

  private static JsonObject header(Scenario scenario, String name) {
    JsonObject header = new JsonObject();
    header.addProperty("format", "sva-vectors/1");
    header.addProperty("topology", name);
    header.addProperty("model", scenario.design().name());
    header.addProperty("raw", 0);
    JsonArray iommus = new JsonArray();
    for (int i = 0; i < scenario.shape().units().size(); i++) {
      Unit unit = scenario.shape().units().get(i);
      JsonObject iommu = new JsonObject();
      iommu.addProperty("id", i);
      iommu.addProperty("class", unit.compatibilityClass());
      addUnless(iommu, "caching", unit.caching() ? 1 : 0, 0);
      addUnless(iommu, "svm", unit.svm() ? 1 : 0, 1);
      addUnless(iommu, "ril", unit.rangeInvalidation() ? 1 : 0, 0);
      iommus.add(iommu);
    }
    header.add("iommus", iommus);
    List<int[]> walks = scenario.shape().walks();
    JsonArray devices = new JsonArray();
    for (int i = 0; i < scenario.shape().devices().size(); i++) {
      devices.add(device(scenario.shape().devices().get(i), i, walks));
    }
    header.add("devices", devices);
    JsonArray groups = new JsonArray();
    for (int[] walk : walks) {
      JsonArray group = new JsonArray();
      for (int device : walk) {
        group.add(device);
      }
      groups.add(group);
    }
    header.add("groups", groups);
    if (!scenario.quirks().isEmpty()) {
      JsonArray quirks = new JsonArray();
      scenario.quirks().stream().map(Quirk::label).sorted().forEach(quirks::add);
      header.add("quirks", quirks);
    }
    return header;
  }

  private static JsonObject device(Endpoint endpoint, int id, List<int[]> walks) {
    JsonObject device = new JsonObject();
    device.addProperty("id", id);
    device.addProperty("iommu", endpoint.unit());
    for (int group = 0; group < walks.size(); group++) {
      for (int member : walks.get(group)) {
        if (member == id) {
          device.addProperty("group", group);
        }
      }
    }
    device.addProperty("ats", endpoint.ats() ? 1 : 0);
    device.addProperty("max_pasids", endpoint.maxPasids());
    device.addProperty("sid", endpoint.sourceId());
    addUnless(device, "pri", endpoint.pri() ? 1 : 0, 0);
    addUnless(device, "quirk", endpoint.quirk() ? 1 : 0, 0);
    return device;
  }

  private static void addUnless(JsonObject object, String key, int value, int usual) {
    if (value != usual) {
      object.addProperty(key, value);
    }
  }

  /** One operation with its outcome. */
  JsonObject line(Operation operation, Outcome outcome) {
    JsonObject line = new JsonObject();
    if (operation instanceof Operation.NewMm created) {
      start(line, "mm", created.mm());
    } else if (operation instanceof Operation.Bind bind) {
      start(line, "bind", bind.mm());
      line.addProperty("dev", bind.device());
      bound(line, bind, outcome);
    } else if (operation instanceof Operation.Unbind) {
      line.addProperty("op", "unbind");
      line.addProperty("h", outcome.handle());
      line.addProperty("mm", mmOfHandle.get(outcome.handle()));
      line.addProperty("dev", deviceOfHandle.get(outcome.handle()));
      line.addProperty("rc", 0);
      line.addProperty("hu", outcome.handleUsers());
      state(line, outcome);
    } else if (operation instanceof Operation.Invalidate inv) {
      start(line, "inv", inv.mm());
      range(line, inv.start(), inv.end());
      submissions(line, outcome, true);
    } else if (operation instanceof Operation.Exit exit) {
      start(line, "exit", exit.mm());
      line.addProperty("rc", 0);
      state(line, outcome);
    } else if (operation instanceof Operation.Fork fork) {
      start(line, "fork", fork.mm());
      line.addProperty("child", fork.child());
      submissions(line, outcome, true);
    } else if (operation instanceof Operation.KernelRange range) {
      line.addProperty("op", "kva");
      range(line, range.start(), range.end());
      submissions(line, outcome, true);
    }
    return line;
  }

  private static void start(JsonObject line, String op, int mm) {
    line.addProperty("op", op);
    line.addProperty("mm", mm);
  }

  private static void range(JsonObject line, long start, long end) {
    line.addProperty("s", hex(start));
    line.addProperty("e", hex(end));
  }

  private void bound(JsonObject line, Operation.Bind bind, Outcome outcome) {
    if (outcome.rc() != 0) {
      line.addProperty("rc", Errno.name(outcome.rc()));
    } else {
      mmOfHandle.put(outcome.handle(), bind.mm());
      deviceOfHandle.put(outcome.handle(), outcome.handleDevice());
      line.addProperty("rc", 0);
      line.addProperty("h", outcome.handle());
      line.addProperty("sh", outcome.existing() ? 1 : 0);
      line.addProperty("hu", outcome.handleUsers());
      if (outcome.handleDevice() != bind.device()) {
        line.addProperty("hdev", outcome.handleDevice());
      }
      line.addProperty("di", outcome.domain());
    }
    state(line, outcome);
  }

  private void state(JsonObject line, Outcome outcome) {
    line.addProperty("pasid", outcome.pasid());
    JsonArray domains = new JsonArray();
    for (Outcome.DomainUsers domain : outcome.domains()) {
      if (domain.group() < 0) {
        domains.add(domain.users());
      } else {
        JsonArray pair = new JsonArray();
        pair.add(domain.group());
        pair.add(domain.users());
        domains.add(pair);
      }
    }
    line.add("dom", domains);
    if (outcome.mmFreed()) {
      line.addProperty("mmfree", 1);
    }
    submissions(line, outcome, false);
  }

  private void submissions(JsonObject line, Outcome outcome, boolean always) {
    if (outcome.submissions().isEmpty() && !always) {
      return;
    }
    JsonArray all = new JsonArray();
    JsonArray words = new JsonArray();
    for (Submission submission : outcome.submissions()) {
      JsonArray commands = new JsonArray();
      for (Words command : submission.commands()) {
        commands.add(descriptor(command));
        JsonArray pair = new JsonArray();
        pair.add(hex(command.low()));
        pair.add(hex(command.high()));
        words.add(pair);
      }
      JsonArray pair = new JsonArray();
      pair.add(submission.iommu());
      pair.add(commands);
      all.add(pair);
    }
    line.add("subs", all);
    if (raw) {
      line.add("raw", words);
    }
  }

  private JsonArray descriptor(Words words) {
    Command command = new Command();
    decoder.decode(words.low(), words.high(), command);
    JsonArray fields = new JsonArray();
    switch (command.kind) {
      case IOTLB_BLOCK -> {
        fields.add("P");
        fields.add(command.domainId);
        fields.add(command.pasid);
        fields.add(hex(command.base));
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
        fields.add(hex(command.base));
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

  private static String hex(long value) {
    return "0x" + Long.toHexString(value);
  }
}
