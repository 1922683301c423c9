package org.svabench.results.doctor;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.svabench.results.run.Diagnosis;
import org.svabench.results.run.MachineProbe;

/** Pages, and whether allocation can be counted. */
final class MemoryPoints {
  private static final Pattern CHOSEN = Pattern.compile("\\[(\\w+)]");

  private MemoryPoints() {}

  static List<Diagnosis> of(MachineProbe probe, Pulse pulse) {
    return List.of(
        probe
            .read("sys/kernel/mm/transparent_hugepage/enabled")
            .map(MemoryPoints::hugePages)
            .orElse(
                Points.unknown(
                    "transparent huge pages", "forks may differ in how their heaps are mapped")),
        allocation(pulse.bytesOfNothing()));
  }

  private static Diagnosis hugePages(String setting) {
    Matcher chosen = CHOSEN.matcher(setting);
    String word = chosen.find() ? chosen.group(1) : setting;
    return word.equals("always")
        ? Points.mind(
            "transparent huge pages",
            word,
            "a fork's heap gets huge pages or not as memory happens to be free: forks differ by"
                + " more than their iterations; choose madvise")
        : Points.good("transparent huge pages", word);
  }

  private static Diagnosis allocation(long bytes) {
    if (bytes < 0) {
      return Points.unknown("allocation", "-prof gc counts what the collector has seen, roughly");
    }
    return bytes == 0
        ? Points.good("allocation", "counted to the byte, 0 B for nothing")
        : Points.mind(
            "allocation",
            bytes + " B for nothing",
            "the JVM's count has an error of its own, which -prof gc shows as B/op");
  }
}
