package org.svabench.results.gate;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.svabench.results.gate.output.JunitXml;
import org.svabench.results.gate.output.VerdictTable;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.gate.verdict.GateVerdict;
import org.svabench.results.gate.verdict.Outcome;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.InputFile;
import org.svabench.results.input.JsonDocument;
import org.svabench.results.run.AtomicFile;

/**
 * The folder of a gate run: {@code plan.json}, and {@code pairs/0001.json} onwards, each written
 * once and as a whole.
 */
final class GateFiles {
  private static final Gson GSON =
      new GsonBuilder()
          .disableHtmlEscaping()
          .serializeNulls()
          .serializeSpecialFloatingPointValues()
          .create();
  private static final Gson PRETTY = GSON.newBuilder().setPrettyPrinting().create();

  private final Path folder;

  GateFiles(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  boolean begun() {
    return Files.isRegularFile(folder.resolve("plan.json"));
  }

  /** A run that never began leaves no folder behind. */
  void removeIfEmpty() {
    folder.toFile().delete();
  }

  void write(GatePlan plan) throws IOException {
    AtomicFile.write(folder.resolve("plan.json"), PRETTY.toJson(plan) + "\n");
  }

  void write(PairRecord pair) throws IOException {
    Path pairs = Files.createDirectories(folder.resolve("pairs"));
    AtomicFile.write(
        pairs.resolve(String.format(Locale.ROOT, "%04d.json", pair.position())),
        GSON.toJson(pair) + "\n");
  }

  /** What a program reads of a verdict. */
  private record Published(
      int schemaVersion, Outcome outcome, GatePlan plan, GateVerdict verdict) {}

  void publish(GatePlan plan, GateVerdict verdict) throws IOException {
    AtomicFile.write(
        folder.resolve("gate.json"),
        PRETTY.toJson(new Published(GatePlan.SCHEMA_VERSION, verdict.outcome(), plan, verdict))
            + "\n");
    AtomicFile.write(folder.resolve("gate.xml"), JunitXml.of(verdict, plan.startedAt()));
    AtomicFile.write(folder.resolve("summary.md"), new VerdictTable(verdict).markdown());
    List<PairRecord> pairs = pairs().stream().map(GateFiles::pair).toList();
    for (Arm arm : Arm.values()) {
      String result = ArmResult.of(plan, arm, pairs);
      if (result != null) {
        AtomicFile.write(folder.resolve("jmh-" + arm.word() + ".json"), result);
      }
    }
  }

  /** The kept plan and pairs of a run, in the order they were measured. */
  Trial read() {
    Path file = folder.resolve("plan.json");
    if (!Files.isRegularFile(file)) {
      throw new BadInput(folder + ": not a gate run; its folder holds plan.json and pairs/");
    }
    GatePlan plan =
        document(file)
            .ofVersion(GatePlan.SCHEMA_VERSION)
            .as(GatePlan.class, GSON, "the plan of a gate run");
    if (!Complete.plan(plan)) {
      throw new BadInput(file + ": its rules or rows are out of range; the run cannot be judged");
    }
    Trial trial = new Trial(plan);
    for (Path pair : pairs()) {
      PairRecord record = pair(pair);
      if (!Complete.pair(record) || trial.unknown(record)) {
        throw new BadInput(pair + ": not a pair of this run, or parts of it are missing");
      }
      trial.add(record);
    }
    return trial;
  }

  private List<Path> pairs() {
    Path pairs = folder.resolve("pairs");
    if (!Files.isDirectory(pairs)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(pairs)) {
      return all.filter(file -> file.getFileName().toString().matches("\\d{4,}\\.json"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new BadInput(pairs + ": cannot be read: " + e.getMessage());
    }
  }

  private static PairRecord pair(Path file) {
    return document(file).as(PairRecord.class, GSON, "a pair of a gate run");
  }

  private static JsonDocument document(Path file) {
    return JsonDocument.read(InputFile.named(file.toString()));
  }
}
