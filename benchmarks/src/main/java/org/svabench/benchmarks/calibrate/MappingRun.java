package org.svabench.benchmarks.calibrate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.svabench.model.cost.Price;
import org.svabench.results.input.BadInput;

/**
 * One run of {@code dma_map_benchmark} (tools/testing/selftests/dma): latencies in nanoseconds.
 *
 * @param threads that mapped at the same time
 * @param granule pages of one mapping
 * @param map mean of mapping
 * @param unmap mean of unmapping
 * @param deviation standard deviation of unmapping
 */
record MappingRun(long threads, long granule, long map, long unmap, long deviation) {
  private static final Pattern HEADER =
      Pattern.compile(".*dma mapping benchmark: threads:(\\d{1,4}) seconds:\\d+.*");
  private static final Pattern GRANULE =
      Pattern.compile(".*granule(?:/sg_nents)?: ?(\\d{1,4})\\b.*");
  private static final Pattern LATENCY =
      Pattern.compile(
          ".*average (map|unmap) latency\\(us\\):(\\d{1,9}\\.\\d) standard deviation:(\\d{1,9}\\.\\d)\\s*");

  static boolean isOne(List<String> lines) {
    return lines.stream().anyMatch(line -> HEADER.matcher(line).matches());
  }

  /** All runs of an output; a header that is cut into two lines is taken as one. */
  static List<MappingRun> all(String name, List<String> lines) {
    List<MappingRun> runs = new ArrayList<>();
    Matcher header = null;
    long granule = 1;
    long map = -1;
    for (int i = 0; i < lines.size(); i++) {
      Matcher next = HEADER.matcher(lines.get(i));
      Matcher pages = GRANULE.matcher(lines.get(i));
      Matcher latency = LATENCY.matcher(lines.get(i));
      if (next.matches()) {
        header = next;
        granule = 1;
        map = -1;
      }
      if (header != null && pages.matches()) {
        granule = Math.max(1, Long.parseLong(pages.group(1)));
      } else if (header != null && latency.matches()) {
        long nanos = nanos(latency.group(2));
        if (latency.group(1).equals("map")) {
          map = nanos;
        } else {
          if (nanos == 0 || nanos > Price.LONGEST / 2) {
            throw new BadInput(name, i + 1, "an unmap takes more than 0 us, and less than 500 s");
          }
          long threads = Long.parseLong(header.group(1));
          runs.add(new MappingRun(threads, granule, map, nanos, nanos(latency.group(3))));
          header = null;
        }
      }
    }
    if (runs.isEmpty()) {
      throw new BadInput(
          name
              + ": no line \"average unmap latency(us):N standard deviation:N\" behind the header of"
              + " dma_map_benchmark; paste its whole output");
    }
    return runs;
  }

  /** Tenths of a microsecond, as printed. */
  private static long nanos(String microseconds) {
    return 100 * Long.parseLong(microseconds.replace(".", ""));
  }

  String label() {
    return threads + (threads == 1 ? " thread, " : " threads, ") + granule + " pages";
  }
}
