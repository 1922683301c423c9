package org.svabench.benchmarks.jmh;

import java.util.List;
import java.util.SortedSet;
import java.util.regex.PatternSyntaxException;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.svabench.results.input.BadInput;

/** Benchmarks of this jar that patterns select. */
public final class Selection {
  private static final OutputFormat SILENT =
      OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);

  private Selection() {}

  /**
   * Finds benchmarks as JMH does.
   *
   * @param includes regular expressions, any of which must be found in the name; none means all
   * @param excludes regular expressions, none of which may be found in the name
   * @return in JMH's order, may be empty
   * @throws BadInput if a pattern is no regular expression
   */
  public static SortedSet<BenchmarkListEntry> of(List<String> includes, List<String> excludes) {
    try {
      return BenchmarkList.defaultList().find(SILENT, includes, excludes);
    } catch (PatternSyntaxException e) {
      throw new BadInput(
          e.getPattern()
              + ": not a regular expression: "
              + e.getDescription()
              + "; -l lists benchmarks");
    }
  }
}
