package org.svabench.results.doctor;

import java.util.List;
import java.util.Locale;
import org.svabench.results.run.Diagnosis;
import org.svabench.results.run.MachineProbe;

/** The clock that times are read from. */
final class ClockPoints {
  /** Nanoseconds of a clock that is read without leaving user space. */
  private static final double FAST = 60;

  /** Nanoseconds up to which calls can still be timed in batches of a useful size. */
  private static final double USABLE = 300;

  private static final String CLOCKSOURCE =
      "sys/devices/system/clocksource/clocksource0/current_clocksource";

  private ClockPoints() {}

  static List<Diagnosis> of(MachineProbe probe, Pulse pulse) {
    return List.of(
        Points.graded(
            "timer latency",
            pulse.timerNanos(),
            FAST,
            USABLE,
            String.format(Locale.ROOT, "%.0f ns a reading", pulse.timerNanos()),
            "single calls can be timed from ten readings up; shorter ones only as means of many"),
        Points.graded(
            "timer granularity",
            pulse.timerStepNanos(),
            FAST,
            USABLE,
            pulse.timerStepNanos() + " ns a step",
            "times of single calls are rounded to such steps"),
        probe
            .read(CLOCKSOURCE)
            .map(ClockPoints::clocksource)
            .orElse(Points.unknown("clock source", "a slow one shows in the timer's latency")));
  }

  private static Diagnosis clocksource(String name) {
    return switch (name) {
      case "tsc", "arch_sys_counter", "kvm-clock", "hyperv_clocksource_tsc_page" ->
          Points.good("clock source", name);
      default ->
          Points.bad(
              "clock source",
              name,
              "each reading leaves user space; the kernel gave up the CPU's counter, see its log");
    };
  }
}
