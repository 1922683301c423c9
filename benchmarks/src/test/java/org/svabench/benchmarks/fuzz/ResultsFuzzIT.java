package org.svabench.benchmarks.fuzz;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svabench.results.baseline.Baseline;
import org.svabench.results.compare.Field;
import org.svabench.results.compare.RunSummary;
import org.svabench.results.compare.SideBySide;
import org.svabench.results.doubt.Doubts;
import org.svabench.results.exchange.ExportFormat;
import org.svabench.results.exchange.ExportOptions;
import org.svabench.results.exchange.Exported;
import org.svabench.results.gate.Gate;
import org.svabench.results.gate.GatePlan;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.ForkLog;
import org.svabench.results.gate.record.PairKind;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.gate.record.Pairing;
import org.svabench.results.gate.record.Shape;
import org.svabench.results.gate.record.Window;
import org.svabench.results.gate.verdict.Margin;
import org.svabench.results.gate.verdict.Metric;
import org.svabench.results.gate.verdict.Rules;
import org.svabench.results.input.InputFile;
import org.svabench.results.input.JsonDocument;
import org.svabench.results.jmh.JmhJson;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.jmh.ResultKey;
import org.svabench.results.latency.Recordings;
import org.svabench.results.run.ComparisonRecord;
import org.svabench.results.run.RunDirectory;
import org.svabench.results.run.RunRecord;

/** Damaged results: of JMH, of runs, of gates, and what is made of them. */
class ResultsFuzzIT {
  private static final ComparisonRecord COMPARISON =
      new ComparisonRecord(
          "design", "vtd-6.6", List.of(), Map.of("vtd-6.6", "before"), "topology", "a.Empty.empty");
  private static final ExportOptions OPTIONS = new ExportOptions(true, null);
  private static final Set<ExportFormat> OF_A_RUN =
      Set.of(
          ExportFormat.CSV,
          ExportFormat.GITHUB_ACTION_BENCHMARK,
          ExportFormat.BENCHER,
          ExportFormat.OPENMETRICS,
          ExportFormat.INFLUX);
  private static final ResultKey ROW = new ResultKey("demo.Kernels.work", "avgt", 1, Map.of());
  private static final Shape SHAPE = new Shape(1, 2, 100);
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().serializeSpecialFloatingPointValues().create();

  @TempDir(factory = MemoryFolder.class)
  private Path temporary;

  @Test
  void aDamagedResultOfJmhIsComparedAndExportedOrRefused() throws InterruptedException {
    Fuzzing.of(
        "jmh",
        mutator(
            List.of(Documents.JMH, Documents.JMH_SAMPLES),
            "\"mode\":\"thrpt\"",
            "ops/s",
            "ms/op",
            "\u00b7gc.alloc.rate.norm",
            "\"rawDataHistogram\":[[[[1,2]]]]",
            "\"design\":\"vtd-6.6\"",
            "\"topology\":\"t\""),
        () -> ResultsFuzzIT::comparedAndExported);
  }

  /** Results as JMH writes them. */
  static List<byte[]> jmhResults() {
    return Stream.of(Documents.JMH, Documents.JMH_SAMPLES)
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  static void comparedAndExported(byte[] document) throws IOException {
    JsonDocument json = json(document);
    List<JmhResult> results = JmhJson.of(json);
    Field field = new Field(results, COMPARISON);
    RunSummary.text(field, Doubts.of(results, null));
    new SideBySide(
            new SideBySide.Side(results, null),
            new SideBySide.Side(results, null),
            Pattern.compile(".*"))
        .render(true);
    Exported source = new Exported(Path.of("damaged"), null, json);
    for (ExportFormat format : OF_A_RUN) {
      format.export(source, OPTIONS);
    }
    if (results.get(0).key().mode().equals("sample")) {
      ExportFormat.HLOG.export(source, OPTIONS);
    }
  }

  @Test
  void aDamagedRunIsReadOrRefused() throws InterruptedException {
    JsonDocument results = JsonDocument.of("good", Documents.JMH);
    Fuzzing.of(
        "run.json",
        mutator(List.of(Documents.RUN), "\"running\"", "\"failed\"", "\"shard\":\"1/2\"", "null"),
        () -> {
          Path folder = folder();
          return document -> {
            Files.write(folder.resolve("run.json"), document);
            RunRecord run = RunDirectory.open(folder).read();
            List<JmhResult> rows = JmhJson.of(results);
            Field field = new Field(rows, run.suite().comparison());
            field.doubts(run);
            if (run.suite().comparison() != null) {
              RunSummary.text(field, Doubts.of(rows, run));
            }
            ExportFormat.INFLUX.export(new Exported(folder, run, results), OPTIONS);
            Recordings.ofRun(folder, run);
          };
        });
  }

  @Test
  void aDamagedHistogramLogIsReadOrRefused() throws InterruptedException {
    Fuzzing.of(
        "hlog",
        new Mutator(
            List.of(log(2, 2), log(1, 1)), List.of("#[StartTime: 1.5]", "Tag=a,", "HISTFAAAA")),
        () -> {
          Path folder = folder();
          RunRecord run = run(folder);
          Path latency = createFolder(folder.resolve("latency"));
          return document -> {
            Files.write(latency.resolve("B.b_design=vtd-6.6_topology=t.bind.hlog"), document);
            Recordings.ofRun(folder, run).forEach(recording -> recording.sum().getMaxValue());
          };
        });
  }

  @Test
  void aDamagedPlanIsJudgedOrRefused() throws InterruptedException {
    Fuzzing.of(
        "plan.json",
        mutator(List.of(GSON.toJson(plan())), "\"TURNSTILE\"", "\"BROKEN\"", "\"P99\"", "[1]"),
        () -> {
          Path folder = folder();
          write(createFolder(folder.resolve("pairs")).resolve("0001.json"), GSON.toJson(pair()));
          return document -> {
            Files.write(folder.resolve("plan.json"), document);
            Gate.junitXml(folder);
          };
        });
  }

  @Test
  void aDamagedPairIsJudgedOrRefused() throws InterruptedException {
    Fuzzing.of(
        "pair",
        mutator(
            List.of(GSON.toJson(pair())), "\"CONFIRM\"", "\"RULER\"", "\"CONTROL\"", "\"EXACT\""),
        () -> {
          Path folder = folder();
          write(folder.resolve("plan.json"), GSON.toJson(plan()));
          Path pairs = createFolder(folder.resolve("pairs"));
          return document -> {
            Files.write(pairs.resolve("0001.json"), document);
            Gate.junitXml(folder);
          };
        });
  }

  @Test
  void damagedExactFiguresAreComparedOrRefused() throws InterruptedException {
    Baseline now = Baseline.of("figures", "f", Map.of("a", Map.of("commands", 8, "waits", "x")));
    Fuzzing.of(
        "baseline",
        mutator(
            List.of(
                "{\"schemaVersion\": 1,\n\"about\": \"b\",\n\"rows\": {\n\"a\": {\"commands\": 4,"
                    + " \"waits\": 4},\n\"b\": {\"bytes\": 0}\n}\n}\n"),
            "\"c\": {\"d\": \"e\"},"),
        () -> {
          Path folder = folder();
          return document -> {
            Files.write(folder.resolve("figures.json"), document);
            Baseline kept = Baseline.read(folder, "figures");
            kept.differences(now);
            now.differences(kept);
          };
        });
  }

  /** One look: the levels of more take milliseconds to compute. */
  private static Rules rules() {
    Map<Metric, Margin> margins = Rules.standard().margins();
    return Rules.standard()
        .withLooks(2)
        .withTypical(margins.get(Metric.TYPICAL), Map.of("work", margins.get(Metric.P99)))
        .withExactCounters("commands");
  }

  private static GatePlan plan() {
    return new GatePlan(
        GatePlan.SCHEMA_VERSION,
        "2026-11-27T20:45:00Z",
        Map.of(),
        "",
        0,
        1,
        rules(),
        List.of(new GatePlan.Row(ROW, Pairing.TURNSTILE, SHAPE, null, null, "a remark", false)),
        List.of(),
        List.of(),
        5760,
        null,
        null,
        1.2);
  }

  private static PairRecord pair() {
    return new PairRecord(
        1,
        ROW,
        PairKind.MEASURE,
        Pairing.TURNSTILE,
        SHAPE,
        Arm.BASELINE,
        "2026-11-27T00:00:00Z",
        9.5,
        0,
        0,
        null,
        null,
        Map.of(Arm.BASELINE, fork(1000), Arm.CANDIDATE, fork(1010)));
  }

  private static ForkLog fork(double nanos) {
    return new ForkLog(
        "ns/op",
        List.of(
            new Window(false, 0, 1, nanos, nanos, nanos),
            new Window(true, 1, 2, nanos, nanos, nanos),
            new Window(true, 2, 3, nanos, nanos, nanos)),
        new TreeMap<>(Map.of("gc.alloc.rate.norm", new double[] {16, 16})));
  }

  private static byte[] log(int digits, int intervals) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    HistogramLogWriter log = new HistogramLogWriter(out);
    log.outputLogFormatVersion();
    log.outputStartTime(1_000);
    log.outputLegend();
    for (int i = 0; i < intervals; i++) {
      Histogram histogram = new Histogram(1, 1_000_000, digits);
      histogram.recordValue(100 + i);
      histogram.setTag("fork-" + i);
      log.outputIntervalHistogram(1 + i, 2 + i, histogram, 1e6);
    }
    log.close();
    return out.toByteArray();
  }

  private static JsonDocument json(byte[] document) {
    return JsonDocument.read(InputFile.of("damaged", document));
  }

  private Path folder() {
    try {
      return Files.createTempDirectory(temporary, "fuzz");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path createFolder(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RunRecord run(Path folder) {
    write(folder.resolve("run.json"), Documents.RUN);
    return RunDirectory.open(folder).read();
  }

  private static Mutator mutator(List<String> documents, String... words) {
    return new Mutator(
        documents.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList(),
        List.of(words));
  }
}
