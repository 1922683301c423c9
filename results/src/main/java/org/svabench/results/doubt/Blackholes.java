package org.svabench.results.doubt;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.svabench.results.doubt.Doubt.Kind;
import org.svabench.results.jmh.JmhSetting;
import org.svabench.results.run.Diagnosis;
import org.svabench.results.run.MachineRecord;
import org.svabench.results.run.RunRecord;

/**
 * How JMH keeps results from being optimised away: by the compiler or by calls, which cost
 * nanoseconds. A run of ours has it in its record; of others' JSON the JVM's version tells, since
 * the compiler knows blackholes from JDK 17 on (JDK-8259316).
 */
public final class Blackholes {
  /** Name of the point under which {@code doctor} records it. */
  public static final String POINT = "blackhole mode";

  private static final String COMPILER = "compiler";
  private static final String CALLS = "calls";
  private static final int FIRST_JDK = 17;
  private static final Pattern FEATURE = Pattern.compile("(?:1\\.)?(\\d{1,4})\\b.*");

  private Blackholes() {}

  /**
   * Holds two results against each other.
   *
   * @param one setting of a result
   * @param oneRun the run it is from, null unknown
   * @param other setting of the other
   * @param otherRun the run that is from, null unknown
   * @return a doubt where the two are known to differ
   */
  public static Optional<Doubt> mixed(
      JmhSetting one, RunRecord oneRun, JmhSetting other, RunRecord otherRun) {
    String here = mode(one, oneRun);
    String there = mode(other, otherRun);
    return here.isEmpty() || there.isEmpty() || here.equals(there)
        ? Optional.empty()
        : Optional.of(
            new Doubt(
                Kind.BLACKHOLES,
                "",
                "blackholes mixed: by "
                    + here
                    + " here, by "
                    + there
                    + " in what it is held against"));
  }

  /** Whether parts of a merged run differ; rows that are in all of them mix both. */
  static boolean partsDiffer(RunRecord run) {
    return run.parts().stream()
            .map(part -> recorded(part.machine()))
            .filter(mode -> !mode.isEmpty())
            .distinct()
            .count()
        > 1;
  }

  static Doubt ofParts() {
    return new Doubt(
        Kind.BLACKHOLES,
        "",
        "blackholes mixed: by the compiler on some machines of the run, by calls on others");
  }

  /**
   * How the results of a run were kept.
   *
   * @param setting of a result
   * @param run the run it is from, null unknown
   * @return {@code compiler}, {@code calls}, or empty where nobody knows
   */
  public static String mode(JmhSetting setting, RunRecord run) {
    if (run != null && run.parts().isEmpty()) {
      String recorded = recorded(run.machine());
      if (!recorded.isEmpty()) {
        return recorded;
      }
    }
    Matcher feature = FEATURE.matcher(setting.jdkVersion());
    if (!feature.matches()) {
      return "";
    }
    return Integer.parseInt(feature.group(1)) < FIRST_JDK ? CALLS : COMPILER;
  }

  private static String recorded(MachineRecord machine) {
    return Stream.ofNullable(machine)
        .map(MachineRecord::diagnoses)
        .flatMap(List::stream)
        .filter(diagnosis -> diagnosis.point().equals(POINT))
        .map(Diagnosis::found)
        .filter(found -> !found.equals("unknown"))
        .map(found -> found.startsWith(COMPILER) ? COMPILER : CALLS)
        .findFirst()
        .orElse("");
  }
}
