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
import java.util.regex.Pattern;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.svabench.results.gate.Gate;
import org.svabench.results.gate.GateOptions;
import org.svabench.results.gate.GateProgress;
import org.svabench.results.gate.fork.BenchmarkJar;
import org.svabench.results.gate.fork.Environment;
import org.svabench.results.gate.verdict.GateVerdict;
import org.svabench.results.gate.verdict.Outcome;
import org.svabench.results.gate.verdict.RowVerdict;
import org.svabench.results.gate.verdict.Rules;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.InputFile;

/** Whole gate runs of a jar against itself, one kernel each; a line of a log a decision. */
final class RealDecisions {
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeSpecialFloatingPointValues().create();

  private final List<Kernel> kernels;
  private final Path log;
  private final PrintStream out;

  RealDecisions(List<Kernel> kernels, Path log, PrintStream out) {
    this.kernels = kernels;
    this.log = log;
    this.out = out;
  }

  /** A line of the log. */
  record Decided(
      String startedAt,
      String kernel,
      Outcome outcome,
      int pairs,
      double seconds,
      double ratio,
      double low,
      double high,
      List<String> findings) {}

  /** Decides until the time is up, kernel after kernel; the runs are kept in a folder. */
  void run(Duration time, Path runs) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(time);
    Path folder = Files.createTempDirectory("svabench-evidence-");
    try {
      for (int n = 0; Instant.now().isBefore(end); n++) {
        Kernel kernel = kernels.get(n % kernels.size());
        Decided decided = decide(kernel, EvidenceJar.of(folder, kernel.type()), runs, n);
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

  private static Decided decide(Kernel kernel, BenchmarkJar jar, Path runs, int n)
      throws IOException, InterruptedException {
    Instant started = Instant.now();
    GateOptions options =
        new GateOptions(
            jar,
            jar,
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
            "itself");
    Gate gate = new Gate(options, new GateProgress() {});
    Thread onSignal = new Thread(gate::stop);
    Runtime.getRuntime().addShutdownHook(onSignal);
    GateVerdict verdict = gate.run();
    Runtime.getRuntime().removeShutdownHook(onSignal);
    RowVerdict row = verdict.rows().get(0);
    boolean measured = !row.metrics().isEmpty();
    return new Decided(
        started.toString(),
        kernel.name(),
        verdict.outcome(),
        row.pairs(),
        Duration.between(started, Instant.now()).toMillis() / 1000.0,
        measured ? row.metrics().get(0).ratio() : Double.NaN,
        measured ? row.metrics().get(0).low() : Double.NaN,
        measured ? row.metrics().get(0).high() : Double.NaN,
        row.findings());
  }

  /** What the decisions of a log amount to. */
  static String summary(List<String> logs) {
    List<Decided> all =
        logs.stream()
            .flatMap(name -> InputFile.named(name).lines().stream())
            .filter(line -> line.endsWith("}"))
            .map(line -> GSON.fromJson(line, Decided.class))
            .toList();
    if (all.isEmpty()) {
      throw new BadInput(logs + ": no decision");
    }
    DescriptiveStatistics seconds = new DescriptiveStatistics();
    all.forEach(decided -> seconds.addValue(decided.seconds()));
    Map<Outcome, Long> outcomes =
        all.stream()
            .collect(
                java.util.stream.Collectors.groupingBy(
                    Decided::outcome,
                    java.util.TreeMap::new,
                    java.util.stream.Collectors.counting()));
    int fails = outcomes.getOrDefault(Outcome.FAIL, 0L).intValue();
    return String.format(
        Locale.ROOT,
        "Real: %d decisions of a jar against itself: %s; false FAIL %s; seconds mean %.0f, p90"
            + " %.0f%n",
        all.size(),
        outcomes,
        new Share(fails, all.size()).asError(),
        seconds.getMean(),
        seconds.getPercentile(90));
  }
}
