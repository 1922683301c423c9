package org.svabench.results.doubt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.svabench.results.doubt.Doubt.Kind;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.jmh.ResultKey;
import org.svabench.results.run.ForkRecord;
import org.svabench.results.run.RowRecord;
import org.svabench.results.run.RunRecord;
import org.svabench.results.statistics.RatioInterval;

/** Every reason not to trust a score of a run, by row. Not for concurrent use. */
public final class Doubts {
  /** Stands before a figure that should not be trusted. */
  private static final String MARK = "! ";

  private final RunRecord run;
  private final Map<ResultKey, JmhResult> results = new LinkedHashMap<>();
  private final Map<ResultKey, List<ResultKey>> byRow = new HashMap<>();
  private final Map<ResultKey, List<Doubt>> doubts = new HashMap<>();

  private Doubts(List<JmhResult> results, RunRecord run) {
    this.run = run;
    for (JmhResult result : results) {
      ResultKey key = result.key();
      this.results.put(key, result);
      byRow
          .computeIfAbsent(
              new ResultKey(key.benchmark(), "", 1, key.params()), r -> new ArrayList<>())
          .add(key);
    }
  }

  /**
   * Judges the rows of a run, each by itself.
   *
   * @param results of JMH
   * @param run what is known beside them, null where nothing is
   * @return the doubts
   */
  public static Doubts of(List<JmhResult> results, RunRecord run) {
    Doubts doubts = new Doubts(results, run);
    results.forEach(result -> doubts.all(result.key()).addAll(ScoreDoubts.of(result)));
    if (run != null) {
      doubts.machine();
      doubts.mergedParts();
    }
    return doubts;
  }

  private List<Doubt> all(ResultKey row) {
    return doubts.computeIfAbsent(row, r -> new ArrayList<>());
  }

  private void machine() {
    List<ForkRecord> forks = run.rows().stream().flatMap(row -> row.forks().stream()).toList();
    MachineDoubts machine = new MachineDoubts(run.machine().cpus(), forks);
    for (RowRecord row : run.rows()) {
      List<Doubt> found = machine.of(row.forks());
      keys(row).forEach(key -> all(key).addAll(found));
    }
  }

  private void mergedParts() {
    if (Blackholes.partsDiffer(run)) {
      // Only what every part has run, and so has more forks than the rest, mixes them.
      int usual = run.rows().stream().mapToInt(RowRecord::forksPlanned).min().orElse(0);
      run.rows().stream()
          .filter(row -> row.forksPlanned() > usual)
          .flatMap(row -> keys(row).stream())
          .forEach(key -> all(key).add(Blackholes.ofParts()));
    }
  }

  /** A record of a row has neither mode nor threads. */
  private List<ResultKey> keys(RowRecord row) {
    return byRow.getOrDefault(new ResultKey(row.benchmark(), "", 1, row.params()), List.of());
  }

  /**
   * Judges a row against the one it is held against.
   *
   * @param row of this run
   * @param other the other
   * @param otherRun the run the other is from, null unknown
   * @param ratio of the two
   */
  public void compare(JmhResult row, JmhResult other, RunRecord otherRun, RatioInterval ratio) {
    if (ratio.tooWide()) {
      all(row.key())
          .add(
              new Doubt(
                  Kind.TOO_WIDE,
                  "",
                  String.format(
                      Locale.ROOT,
                      "interval wider than the effect: from x%.2f to x%.2f is possible",
                      ratio.low(),
                      ratio.high())));
    }
    Blackholes.mixed(row.setting(), run, other.setting(), otherRun).ifPresent(all(row.key())::add);
  }

  /**
   * What is wrong with a row.
   *
   * @param row any
   * @return empty where nothing is known to be
   */
  public List<Doubt> of(ResultKey row) {
    return doubts.getOrDefault(row, List.of());
  }

  /**
   * The sentences of a row.
   *
   * @param row any
   * @return one line, empty where nothing is wrong
   */
  public String sentence(ResultKey row) {
    return of(row).stream().map(Doubt::sentence).collect(Collectors.joining("; "));
  }

  /**
   * A row's doubts in few words.
   *
   * @param row any
   * @return such as {@code forks differ 47 %, other load 1.3 CPUs}, empty where nothing is wrong
   */
  public String brief(ResultKey row) {
    return of(row).stream().map(Doubt::brief).collect(Collectors.joining(", "));
  }

  /**
   * In few words the doubts of the rows of a benchmark with these parameters, whatever their mode.
   *
   * @param benchmark fully qualified name
   * @param params its parameters
   * @return one line, empty where nothing is wrong
   */
  public String brief(String benchmark, Map<String, String> params) {
    return byRow.getOrDefault(new ResultKey(benchmark, "", 1, params), List.of()).stream()
        .map(this::brief)
        .filter(brief -> !brief.isEmpty())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /**
   * A figure with a mark before it where it should not be trusted.
   *
   * @param row whose
   * @param figure as a table has it
   * @return such as {@code ! 9.938}
   */
  public String marked(ResultKey row, String figure) {
    return marked(!of(row).isEmpty(), figure);
  }

  /**
   * A figure with a mark before it.
   *
   * @param doubted whether it should not be trusted
   * @param figure as a table has it
   * @return such as {@code ! 9.938}
   */
  public static String marked(boolean doubted, String figure) {
    return doubted ? MARK + figure : figure;
  }

  /**
   * How many rows have which kind of doubt.
   *
   * @param rows to be counted
   * @return such as {@code forks differ 2, drift 1}; empty where none has any
   */
  public String words(Collection<ResultKey> rows) {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    for (ResultKey row : rows) {
      of(row).stream().map(Doubt::kind).distinct().forEach(k -> counts.merge(k, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .map(entry -> entry.getKey().word() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  /**
   * How many rows are marked, and for what.
   *
   * @return a sentence, empty where none is
   */
  public String summary() {
    long marked = results.keySet().stream().filter(row -> !of(row).isEmpty()).count();
    return marked == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "%d of %d rows are marked with ! and should not be trusted: %s.",
            marked,
            results.size(),
            words(results.keySet()));
  }
}
