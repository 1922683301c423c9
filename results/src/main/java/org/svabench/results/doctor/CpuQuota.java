package org.svabench.results.doctor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.svabench.results.run.Diagnosis;
import org.svabench.results.run.MachineProbe;

/** The CPU quota of the process' control group, of either version, or of one above it. */
final class CpuQuota {
  private static final String POINT = "CPU quota";

  private CpuQuota() {}

  static Diagnosis of(MachineProbe probe) {
    List<String> groups = probe.lines("proc/self/cgroup");
    if (groups.isEmpty()) {
      return Points.unknown(POINT, "a container's quota would stop threads for milliseconds");
    }
    for (String line : groups) {
      String[] fields = line.split(":", 3);
      if (fields.length < 3) {
        continue;
      }
      boolean unified = fields[1].isEmpty();
      if (unified || List.of(fields[1].split(",")).contains("cpu")) {
        for (String group = fields[2]; ; group = group.substring(0, group.lastIndexOf('/'))) {
          Optional<Double> cpus = unified ? version2(probe, group) : version1(probe, group);
          if (cpus.isPresent()) {
            return Points.bad(
                POINT,
                String.format(Locale.ROOT, "%.2f CPUs", cpus.get()),
                "whoever has used them up is stopped until the next period; give the container"
                    + " whole CPUs (a cpuset) instead");
          }
          if (group.lastIndexOf('/') < 0) {
            break;
          }
        }
      }
    }
    return Points.good(POINT, "none");
  }

  private static Optional<Double> version2(MachineProbe probe, String group) {
    return probe
        .read("sys/fs/cgroup" + group + "/cpu.max")
        .filter(text -> !text.startsWith("max"))
        .map(text -> text.split(" "))
        .map(fields -> Double.parseDouble(fields[0]) / Double.parseDouble(fields[1]));
  }

  private static Optional<Double> version1(MachineProbe probe, String group) {
    String folder = "sys/fs/cgroup/cpu" + group;
    return probe
        .read(folder + "/cpu.cfs_quota_us")
        .filter(quota -> !quota.startsWith("-"))
        .flatMap(
            quota ->
                probe
                    .read(folder + "/cpu.cfs_period_us")
                    .map(period -> Double.parseDouble(quota) / Double.parseDouble(period)));
  }
}
