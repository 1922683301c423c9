package org.svabench.results.gate;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.input.BadInput;
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

  void write(GatePlan plan) throws IOException {
    AtomicFile.write(folder.resolve("plan.json"), PRETTY.toJson(plan) + "\n");
  }

  void write(PairRecord pair) throws IOException {
    Path pairs = Files.createDirectories(folder.resolve("pairs"));
    AtomicFile.write(
        pairs.resolve("%04d.json".formatted(pair.position())), GSON.toJson(pair) + "\n");
  }

  void write(String name, String text) throws IOException {
    AtomicFile.write(folder.resolve(name), text);
  }

  /** The kept plan and pairs of a run, in the order they were measured. */
  Trial read() {
    Path file = folder.resolve("plan.json");
    if (!Files.isRegularFile(file)) {
      throw new BadInput(folder + ": not a gate run; its folder holds plan.json and pairs/");
    }
    GatePlan plan = parse(file, GatePlan.class);
    if (plan.schemaVersion() != GatePlan.SCHEMA_VERSION) {
      throw new BadInput(
          file
              + ": schemaVersion "
              + plan.schemaVersion()
              + "; this version reads "
              + GatePlan.SCHEMA_VERSION);
    }
    Trial trial = new Trial(plan);
    for (Path pair : pairs()) {
      PairRecord record = parse(pair, PairRecord.class);
      if (record.row() == null || record.forks() == null || trial.unknown(record)) {
        throw new BadInput(pair + ": not a pair of this run");
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

  private static <T> T parse(Path file, Class<T> type) {
    try {
      T value = GSON.fromJson(Files.readString(file), type);
      if (value == null) {
        throw new BadInput(file + ": is empty");
      }
      return value;
    } catch (IOException e) {
      throw new BadInput(file + ": cannot be read: " + e.getMessage());
    } catch (JsonParseException e) {
      throw new BadInput(file + ": not JSON of a gate run: " + e.getMessage());
    }
  }
}
