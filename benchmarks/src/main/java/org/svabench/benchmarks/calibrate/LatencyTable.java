package org.svabench.benchmarks.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.svabench.results.input.BadInput;

/**
 * The text of {@code /sys/kernel/debug/iommu/intel/dmar_perf_latency} (drivers/iommu/intel/perf.c,
 * debugfs.c): for each IOMMU its name, a header, and a row for each kind that is enabled. Lines
 * that are no part of it, such as a prompt, are stepped over.
 */
final class LatencyTable {
  private static final Pattern IOMMU =
      Pattern.compile("\\s*IOMMU: (\\S+)\\s+Register Base Address: \\S+\\s*");
  private static final Pattern ROW = Pattern.compile("(inv_\\w+|svm_prq)\\s+(\\S.*)");
  private static final int FIGURES = LatencyRow.BUCKETS + 3;

  private LatencyTable() {}

  static boolean isOne(List<String> lines) {
    return lines.stream().anyMatch(line -> IOMMU.matcher(line).matches());
  }

  /** The rows that have samples. */
  static List<LatencyRow> rows(String name, List<String> lines) {
    List<LatencyRow> rows = new ArrayList<>();
    String iommu = null;
    for (int i = 0; i < lines.size(); i++) {
      Matcher heading = IOMMU.matcher(lines.get(i));
      // Stripped first: trailing blanks in the pattern would cost the square of a long line.
      Matcher row = ROW.matcher(lines.get(i).strip());
      if (heading.matches()) {
        iommu = heading.group(1);
      } else if (iommu != null && row.matches()) {
        LatencyRow read = row(name, i + 1, iommu, row.group(1), row.group(2).split("\\s+"));
        if (read.samples() > 0) {
          if (!read.fits()) {
            throw new BadInput(
                name,
                i + 1,
                "min, max, average and the histogram of "
                    + read.kind()
                    + " contradict each other; paste the row as the kernel printed it");
          }
          rows.add(read);
        }
      }
    }
    return rows;
  }

  private static LatencyRow row(
      String name, int line, String iommu, String kind, String[] figures) {
    long[] values = new long[FIGURES];
    try {
      if (figures.length != FIGURES) {
        throw new NumberFormatException();
      }
      for (int i = 0; i < FIGURES; i++) {
        values[i] = Long.parseUnsignedLong(figures[i]);
        if (values[i] < 0 || values[i] > 1L << 53) {
          throw new NumberFormatException();
        }
      }
    } catch (NumberFormatException notTen) {
      throw new BadInput(
          name, line, "a row of dmar_perf_latency is a name and " + FIGURES + " whole numbers");
    }
    long[] buckets = Arrays.copyOf(values, LatencyRow.BUCKETS);
    return new LatencyRow(
        iommu,
        kind,
        buckets,
        values[LatencyRow.BUCKETS],
        values[LatencyRow.BUCKETS + 1],
        values[LatencyRow.BUCKETS + 2]);
  }
}
