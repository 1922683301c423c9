package org.svabench.benchmarks.jmh;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import org.svabench.benchmarks.exact.CountProfiler;
import org.svabench.benchmarks.kernel.KernelRatio;
import org.svabench.benchmarks.latency.LatencyProfiler;
import org.svabench.benchmarks.scale.HeapPerBond;

/** The profilers without which our benchmarks would not report their latency and counts. */
final class OurProfilers {
  private OurProfilers() {}

  /**
   * Puts ours before the user's. JMH starts profilers in order and stops them in reverse, so what
   * ours allocate lies outside what {@code -prof gc} counts.
   *
   * @param users as given on the command line, may name ours
   * @return each profiler once
   */
  static List<ProfilerConfig> before(List<ProfilerConfig> users) {
    List<ProfilerConfig> all = new ArrayList<>();
    for (Class<?> ours :
        List.of(CountProfiler.class, LatencyProfiler.class, KernelRatio.class, HeapPerBond.class)) {
      if (users.stream().noneMatch(user -> user.getKlass().equals(ours.getName()))) {
        all.add(new ProfilerConfig(ours.getName()));
      }
    }
    all.addAll(users);
    return all;
  }
}
