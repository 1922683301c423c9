package org.svabench.benchmarks.evidence;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.svabench.benchmarks.evidence.kernels.SuiteKernels;
import org.svabench.results.gate.Gate;
import org.svabench.results.gate.GateOptions;
import org.svabench.results.gate.GateProgress;
import org.svabench.results.gate.fork.BenchmarkJar;
import org.svabench.results.gate.fork.Environment;
import org.svabench.results.gate.record.PairKind;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.gate.verdict.GateVerdict;
import org.svabench.results.gate.verdict.Outcome;
import org.svabench.results.gate.verdict.RowVerdict;
import org.svabench.results.gate.verdict.Rules;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.InputFile;
import org.svabench.results.run.MachineProbe;

/**
 * Whole gate runs of a jar against itself, or against one with more work, one kernel each; a line
 * of a log a decision. The pairs up to its first look join the recorded ones: later ones would
 * favour what was hard to decide.
 */
final class RealDecisions {
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeSpecialFloatingPointValues().create();

  private final List<Kernel> kernels;
  private final int more;
  private final Path log;
  private final DataSet data;
  private final PrintStream out;

  /** With so much work more on the candidate's side, in per cent; 0 for none. */
  RealDecisions(List<Kernel> kernels, int more, Path log, DataSet data, PrintStream out) {
    this.kernels = kernels;
    this.more = more;
    this.log = log;
    this.data = data;
    this.out = out;
  }

  /** A line of the log. */
  record Decided(
      String startedAt,
      String kernel,
      int more,
      Outcome outcome,
      int pairs,
      double seconds,
      double ratio,
      double low,
      double high,
      List<String> findings) {}

  /**
   * Decides until the time is up, kernel after kernel from where the log ends; the runs are kept in
   * a folder.
   */
  void run(Duration time, Path runs) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(time);
    Path folder = Files.createTempDirectory("svabench-evidence-");
    data.begin(new MachineProbe().machine());
    int before = Files.exists(log) ? decided(log.toString()).size() : 0;
    try {
      for (int n = before; Instant.now().isBefore(end); n++) {
        Decided decided = decide(kernels.get(n % kernels.size()), folder, runs, n);
        Files.writeString(
            log, GSON.toJson(decided) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        out.println(GSON.toJson(decided));
      }
    } finally {
      try (var files = Files.list(folder)) {
        files.forEach(file -> file.toFile().delete());
      }
      Files.deleteIfExists(folder);
    }
  }

  private Decided decide(Kernel kernel, Path folder, Path runs, int n)
      throws IOException, InterruptedException {
    Instant started = Instant.now();
    BenchmarkJar baseline = EvidenceJar.of(folder, kernel.type());
    GateOptions options =
        new GateOptions(
            baseline,
            more == 0 ? baseline : EvidenceJar.of(folder, kernel.type(), more),
            List.of(
                new GateOptions.Target(
                    "^" + Pattern.quote(kernel.benchmark()) + "$", kernel.params())),
            new Environment(Environment.currentJava(), "", List.of()),
            Rules.standard(),
            GateOptions.STANDARD_SHAPE,
            null,
            null,
            null,
            null,
            started.toEpochMilli() + n,
            runs,
            more == 0 ? "itself" : "more-" + more);
    Gate gate = new Gate(options, new GateProgress() {});
    Thread onSignal = new Thread(gate::stop);
    Runtime.getRuntime().addShutdownHook(onSignal);
    GateVerdict verdict = gate.run();
    Runtime.getRuntime().removeShutdownHook(onSignal);
    keep(kernel, gate.folder());
    RowVerdict row = verdict.rows().get(0);
    boolean measured = !row.metrics().isEmpty();
    return new Decided(
        started.toString(),
        kernel.name(),
        more,
        verdict.outcome(),
        row.pairs(),
        Duration.between(started, Instant.now()).toMillis() / 1000.0,
        measured ? row.metrics().get(0).ratio() : Double.NaN,
        measured ? row.metrics().get(0).low() : Double.NaN,
        measured ? row.metrics().get(0).high() : Double.NaN,
        row.findings());
  }

  private void keep(Kernel kernel, Path run) throws IOException {
    int left = Rules.standard().looks()[0];
    for (Path file : pairs(run)) {
      PairRecord pair = GSON.fromJson(Files.readString(file), PairRecord.class);
      boolean standard = pair.shape().equals(GateOptions.STANDARD_SHAPE);
      if (pair.kind() == PairKind.MEASURE && pair.complete() && standard && left-- > 0) {
        data.append(RecordedPair.of(kernel, SuiteKernels.USUAL + more, pair));
      }
    }
  }

  private static List<Path> pairs(Path run) throws IOException {
    Path folder = run.resolve("pairs");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static List<Decided> decided(String log) {
    return InputFile.named(log).lines().stream()
        .filter(line -> line.endsWith("}"))
        .map(line -> GSON.fromJson(line, Decided.class))
        .toList();
  }

  /** What the decisions of logs amount to, a line for every size of difference. */
  static String summary(List<String> logs) {
    Map<Integer, List<Decided>> all =
        logs.stream()
            .flatMap(name -> decided(name).stream())
            .collect(Collectors.groupingBy(Decided::more, TreeMap::new, Collectors.toList()));
    if (all.isEmpty()) {
      throw new BadInput(logs + ": no decision");
    }
    return all.entrySet().stream()
        .map(entry -> summary(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining());
  }

  private static String summary(int more, List<Decided> decisions) {
    DescriptiveStatistics seconds = new DescriptiveStatistics();
    decisions.forEach(decided -> seconds.addValue(decided.seconds()));
    Map<Outcome, Long> outcomes =
        decisions.stream()
            .collect(Collectors.groupingBy(Decided::outcome, TreeMap::new, Collectors.counting()));
    Share fails = new Share(outcomes.getOrDefault(Outcome.FAIL, 0L).intValue(), decisions.size());
    return String.format(
        Locale.ROOT,
        "Real: %d decisions of a jar against %s: %s; %s; seconds mean %.0f, p90 %.0f%n",
        decisions.size(),
        more == 0 ? "itself" : "one with " + more + "% more work",
        outcomes,
        more == 0 ? "false FAIL " + fails.asError() : "FAIL " + fails.asGain(),
        seconds.getMean(),
        seconds.getPercentile(90));
  }
}
