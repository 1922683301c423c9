package org.svabench.results.doctor;

import java.util.ArrayList;
import java.util.List;
import org.svabench.results.run.Diagnosis;
import org.svabench.results.run.MachineProbe;

/** Says of each thing that can spoil measurements whether it does on this machine. */
public final class Doctor {
  private Doctor() {}

  /**
   * Examines a machine.
   *
   * @param probe reads what the machine says about itself
   * @param pulse what was measured on it
   * @param blackholes how JMH keeps results from being optimised away, in JMH's word
   * @return a diagnosis per point, in a fixed order
   */
  public static List<Diagnosis> examine(MachineProbe probe, Pulse pulse, String blackholes) {
    List<Diagnosis> all = new ArrayList<>();
    all.addAll(ClockPoints.of(probe, pulse));
    all.addAll(PacePoints.of(pulse));
    all.addAll(CpuPoints.of(probe));
    all.addAll(MemoryPoints.of(probe, pulse));
    all.add(blackholes(blackholes));
    return List.copyOf(all);
  }

  private static Diagnosis blackholes(String mode) {
    return mode.startsWith("compiler")
        ? Points.good("blackhole mode", mode)
        : Points.mind(
            "blackhole mode",
            mode,
            "values are kept alive by calls, which cost nanoseconds: compare only with runs of the"
                + " same mode");
  }
}
