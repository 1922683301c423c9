package org.svabench.benchmarks.scenario;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;
import org.svabench.benchmarks.choice.DesignChoice;
import org.svabench.benchmarks.choice.QuirkChoice;
import org.svabench.benchmarks.choice.TopologyChoice;
import org.svabench.model.Design;
import org.svabench.model.Quirk;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyBuilder;
import org.svabench.results.input.BadInput;

/**
 * The first line of a scenario: the machine, the design, and what is wanted of the outcomes.
 *
 * @param line the line as it was read, to be written again
 * @param topology the machine
 * @param design the design
 * @param quirks the defects that are on
 * @param raw whether the words of the descriptors are wanted
 */
record ScenarioHeader(
    JsonObject line, Topology topology, Design design, Set<Quirk> quirks, boolean raw) {
  private static final String FORMAT = "sva-vectors/1";

  /** Reads a header; throws {@link ScenarioFault} where it is wrong. */
  static ScenarioHeader of(Fields header) {
    if (!header.has("format")) {
      throw new ScenarioFault("the first line is a header: {\"format\":\"" + FORMAT + "\",...}");
    }
    if (!header.text("format").equals(FORMAT)) {
      throw new ScenarioFault("format must be \"" + FORMAT + "\": " + header.text("format"));
    }
    try {
      Design design = DesignChoice.ofScenario(header.text("model"));
      List<String> quirks = header.has("quirks") ? header.texts("quirks") : List.of();
      return new ScenarioHeader(
          header.object(),
          topology(header, design),
          design,
          QuirkChoice.of("quirk", quirks, design),
          header.flag("raw", false));
    } catch (BadInput | IllegalArgumentException wrong) {
      throw new ScenarioFault(wrong.getMessage());
    }
  }

  private static Topology topology(Fields header, Design design) {
    if (!header.has("iommus") && !header.has("devices")) {
      return TopologyChoice.of(header.text("topology"));
    }
    TopologyBuilder machine = Topology.named(header.text("topology"), design.family());
    List<JsonElement> iommus = header.list("iommus");
    for (int i = 0; i < iommus.size(); i++) {
      Fields iommu = Fields.of("iommus[" + i + "]", iommus.get(i));
      iommu.number("id", i, i);
      machine.iommu(
          "iommu" + i,
          unit ->
              unit.compatibilityClass(iommu.number("class", 0, Integer.MAX_VALUE, 0))
                  .caching(iommu.flag("caching", false))
                  .svmCapable(iommu.flag("svm", true))
                  .rangeInvalidation(iommu.flag("ril", false)));
    }
    List<JsonElement> devices = header.list("devices");
    for (int i = 0; i < devices.size(); i++) {
      Fields device = Fields.of("devices[" + i + "]", devices.get(i));
      device.number("id", i, i);
      machine
          .device(device.number("iommu", 0, iommus.size() - 1))
          .group(device.number("group", 0, Topology.MAX_DEVICES, -1))
          .ats(device.flag("ats", true))
          .maxPasids(device.number("max_pasids", 0, Topology.PASID_SPACE, Topology.PASID_SPACE))
          .sourceId(device.number("sid", 0, 0xffff, -1))
          .pri(device.flag("pri", false))
          .extraDeviceTlbFlush(device.flag("quirk", false))
          .ridDomain(device.number("rid", 0, Integer.MAX_VALUE, -1));
    }
    if (header.has("groups")) {
      machine.groupOrder(header.rows("groups", devices.size() - 1));
    }
    return machine.build();
  }
}
