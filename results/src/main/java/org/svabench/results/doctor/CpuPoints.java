package org.svabench.results.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.svabench.results.run.Diagnosis;
import org.svabench.results.run.MachineProbe;

/** CPUs: how many, how fast they may run, and how much of them this process may use. */
final class CpuPoints {
  private static final String CPU = "sys/devices/system/cpu/";

  private CpuPoints() {}

  static List<Diagnosis> of(MachineProbe probe) {
    List<Diagnosis> all = new ArrayList<>();
    all.add(cores(probe.machine().cpus()));
    all.add(siblings(probe));
    all.add(
        probe
            .read(CPU + "cpu0/cpufreq/scaling_governor")
            .map(CpuPoints::governor)
            .orElse(
                Points.unknown(
                    "governor", "in a guest the host decides; look at frequency drift")));
    all.add(turbo(probe));
    all.add(CpuQuota.of(probe));
    return all;
  }

  private static Diagnosis cores(int cpus) {
    String found = cpus + (cpus == 1 ? " CPU" : " CPUs");
    if (cpus == 1) {
      return Points.bad(
          "cores",
          found,
          "benchmarks of two threads measure the scheduler; so do JMH's own threads");
    }
    return cpus == 2
        ? Points.mind(
            "cores",
            found,
            "two threads at most, and none left for JIT and operating system; contention beyond"
                + " that is simulated, not measured")
        : Points.good("cores", found);
  }

  private static Diagnosis siblings(MachineProbe probe) {
    Optional<String> active = probe.read(CPU + "smt/active");
    if (active.isEmpty()) {
      return Points.unknown("hyper-threads", "two threads may share a core and its caches");
    }
    return active.get().equals("1")
        ? Points.mind(
            "hyper-threads",
            "on",
            "two threads may share a core; pin them with taskset, or turn them off")
        : Points.good("hyper-threads", "off, or not shown to this guest");
  }

  private static Diagnosis governor(String name) {
    return name.equals("performance")
        ? Points.good("governor", name)
        : Points.bad(
            "governor",
            name,
            "the clock rate follows the load of the last milliseconds; choose performance");
  }

  private static Diagnosis turbo(MachineProbe probe) {
    Optional<String> off = probe.read(CPU + "intel_pstate/no_turbo");
    Optional<String> boost = probe.read(CPU + "cpufreq/boost");
    if (off.isEmpty() && boost.isEmpty()) {
      return Points.unknown("turbo", "in a guest the host decides; look at frequency drift");
    }
    boolean on = off.map("0"::equals).orElseGet(() -> boost.get().equals("1"));
    return on
        ? Points.mind(
            "turbo",
            "on",
            "the clock rate depends on how many cores are busy and how warm they are")
        : Points.good("turbo", "off");
  }
}
