package org.svabench.benchmarks.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.svabench.benchmarks.evidence.kernels.SuiteKernels;
import org.svabench.benchmarks.evidence.unrelated.JdkKernels;
import org.svabench.results.jmh.ResultKey;

/**
 * A benchmark whose work can be made larger by a known share.
 *
 * @param type the class it is in, which says what jar it belongs to
 * @param method its name
 * @param params without the repeats
 */
record Kernel(Class<?> type, String method, Map<String, String> params) {
  static final List<Kernel> ALL =
      List.of(
          suite("onePage", "vtd-6.14", "guest-1viommu:16"),
          suite("wholeMm", "vtd-6.6", "spr-2s-dsa-iaa"),
          suite("repeatBond", "vtd-6.14", "spr-1s-dsa"),
          suite("newDevice", "vtd-6.6", "guest-1viommu:4"),
          unrelated("buildString"),
          unrelated("lookUp"),
          unrelated("sort"),
          unrelated("walk"));

  private static Kernel suite(String method, String design, String topology) {
    return new Kernel(SuiteKernels.class, method, Map.of("design", design, "topology", topology));
  }

  private static Kernel unrelated(String method) {
    return new Kernel(JdkKernels.class, method, Map.of());
  }

  String name() {
    return type.getSimpleName() + "." + method;
  }

  String benchmark() {
    return type.getName() + "." + method;
  }

  /** The row with so many repeats, 100 for no change. */
  ResultKey row(int repeats) {
    Map<String, String> all = new LinkedHashMap<>(params);
    all.put("repeats", String.valueOf(repeats));
    return new ResultKey(benchmark(), "avgt", 1, all);
  }
}
