package org.svabench.model.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.svabench.model.text.MalformedText;
import org.svabench.model.text.TextLine;

/**
 * A machine as a user writes it, one statement a line:
 *
 * <pre>
 * family vtd
 * iommu dmar0
 * iommu dmar1 class=1
 * device 0000:6a:01.0 iommu=dmar0
 * device nic iommu=dmar1 ats=no count=2
 * group pair nic0 nic1
 * </pre>
 *
 * <p>The statements and settings are described in {@code benchmarks/docs/topologies.md}. Names
 * refer to what stands on earlier lines.
 */
public final class TopologyText {
  private final String name;
  private final Map<String, Integer> iommus = new LinkedHashMap<>();
  private final Map<String, Integer> devices = new LinkedHashMap<>();
  private final Map<String, Integer> ridDomains = new LinkedHashMap<>();
  private final List<List<Integer>> groups = new ArrayList<>();
  private final Map<Integer, Integer> groupOfDevice = new LinkedHashMap<>();
  private final List<DeviceSpec> specs = new ArrayList<>();
  private Family family;
  private boolean trapped;
  private TopologyBuilder machine;

  private TopologyText(String name) {
    this.name = name;
  }

  /**
   * Reads a machine.
   *
   * @param name what the machine is called in the output, usually the file's name
   * @param lines the lines of the text
   * @return the topology
   * @throws MalformedText where the text is wrong; it says at which line and what would be right
   */
  public static Topology parse(String name, List<String> lines) {
    TopologyText text = new TopologyText(name);
    for (TextLine line : TextLine.statements(lines)) {
      try {
        text.read(line);
      } catch (IllegalArgumentException outOfRange) {
        throw line.wrong(outOfRange.getMessage());
      }
      line.close();
    }
    return text.build(lines.size() + 1);
  }

  private void read(TextLine line) {
    switch (line.keyword()) {
      case "family" -> family(line);
      case "trapped" -> {
        requireBeforeIommus(line);
        trapped = line.yes("trapped", line.word("yes or no"));
      }
      case "iommu" -> iommu(line);
      case "device" -> device(line);
      case "group" -> group(line);
      default ->
          throw line.wrong(
              "a line starts with family, trapped, iommu, device or group: " + line.keyword());
    }
  }

  private void requireBeforeIommus(TextLine line) {
    if (machine != null) {
      throw line.wrong(line.keyword() + " goes before the first iommu");
    }
  }

  private void family(TextLine line) {
    requireBeforeIommus(line);
    String label = line.word("family name (vtd, smmu or amd)");
    for (Family candidate : Family.values()) {
      if (candidate.label().equals(label.toLowerCase(Locale.ROOT))) {
        family = candidate;
        return;
      }
    }
    throw line.wrong("family must be vtd, smmu or amd: " + label);
  }

  private void iommu(TextLine line) {
    String own = line.word("name");
    if (family == null) {
      throw line.wrong("'family vtd', 'family smmu' or 'family amd' goes before the first iommu");
    }
    if (machine == null) {
      machine = Topology.named(name, family).trapped(trapped);
    }
    if (iommus.putIfAbsent(own, iommus.size()) != null) {
      throw line.wrong("iommu " + own + " is there already");
    }
    machine.iommu(
        own,
        unit ->
            unit.compatibilityClass(number(line, "class", 0, Topology.MAX_IOMMUS - 1, 0))
                .caching(line.takeSwitch("caching", false))
                .svmCapable(line.takeSwitch("svm", true))
                .rangeInvalidation(line.takeSwitch("ril", false)));
  }

  private void device(TextLine line) {
    String stem = line.word("name");
    String behind = line.take("iommu", null);
    Integer iommu = iommus.get(behind);
    if (iommu == null) {
      throw line.wrong(
          "no iommu line before this one names "
              + behind
              + (iommus.isEmpty()
                  ? "; put 'iommu " + behind + "' first"
                  : "; there are " + iommus.keySet()));
    }
    boolean several = line.has("count");
    int count = number(line, "count", 1, Topology.MAX_DEVICES, 1);
    boolean ats = line.takeSwitch("ats", true);
    boolean pri = line.takeSwitch("pri", false);
    boolean quirk = line.takeSwitch("quirk", false);
    int maxPasids = number(line, "max_pasids", 0, Topology.PASID_SPACE, Topology.PASID_SPACE);
    int sourceId = number(line, "sid", 0, 0xffff, -1);
    String rid = line.take("rid", "");
    if (several && sourceId >= 0) {
      throw line.wrong("sid belongs to one device: leave out count or sid");
    }
    for (int i = 0; i < count; i++) {
      String own = several ? stem + i : stem;
      if (devices.putIfAbsent(own, devices.size()) != null) {
        throw line.wrong("device " + own + " is there already");
      }
      DeviceSpec spec = machine.device(iommu).name(own).ats(ats).pri(pri);
      spec.extraDeviceTlbFlush(quirk).maxPasids(maxPasids).sourceId(sourceId);
      if (!rid.isEmpty()) {
        // Above every number that a group without a rid setting can get.
        spec.ridDomain(
            Topology.MAX_DEVICES + ridDomains.computeIfAbsent(rid, unused -> ridDomains.size()));
      }
      specs.add(spec);
    }
  }

  private static int number(TextLine line, String key, int least, int most, int otherwise) {
    return Math.toIntExact(line.takeNumber(key, least, most, otherwise));
  }

  private void group(TextLine line) {
    List<String> words = line.words();
    if (words.size() < 2) {
      throw line.wrong("group needs a name and the devices in it, in the order of its walk");
    }
    List<Integer> members = new ArrayList<>();
    for (String word : words.subList(1, words.size())) {
      Integer device = devices.get(word);
      if (device == null) {
        throw line.wrong("no device line before this one names " + word);
      }
      if (groupOfDevice.putIfAbsent(device, groups.size()) != null) {
        throw line.wrong("device " + word + " is in a group already");
      }
      members.add(device);
    }
    groups.add(members);
  }

  private Topology build(int lineAfterLast) {
    if (machine == null) {
      throw new MalformedText(lineAfterLast, "the text ends without an iommu line");
    }
    if (specs.isEmpty()) {
      throw new MalformedText(lineAfterLast, "the text ends without a device line");
    }
    machine.groupOrder(numberGroups());
    return machine.build();
  }

  /** Numbers the groups by their first device and returns the walk of each. */
  private List<int[]> numberGroups() {
    Map<Integer, Integer> numbers = new LinkedHashMap<>();
    List<int[]> walks = new ArrayList<>();
    for (int device = 0; device < specs.size(); device++) {
      Integer named = groupOfDevice.get(device);
      Integer number = named == null ? null : numbers.get(named);
      if (number == null) {
        number = walks.size();
        walks.add(
            named == null
                ? new int[] {device}
                : groups.get(named).stream().mapToInt(Integer::intValue).toArray());
        if (named != null) {
          numbers.put(named, number);
        }
      }
      specs.get(device).group(number);
    }
    return walks;
  }
}
