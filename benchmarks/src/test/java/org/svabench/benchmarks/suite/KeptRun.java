package org.svabench.benchmarks.suite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.HdrHistogram.HistogramLogReader;
import org.svabench.results.jmh.JmhJson;
import org.svabench.results.run.RowRecord;
import org.svabench.results.run.RunDirectory;
import org.svabench.results.run.RunRecord;
import org.svabench.results.run.RunState;

/** The folder of a run that was ended in some way: whether it holds what was finished. */
final class KeptRun {
  private static final int INTERVALS_A_FORK = 2;

  private final Path folder;
  private final Map<Path, byte[]> before = new HashMap<>();

  KeptRun(Path folder) {
    this.folder = folder;
  }

  RunRecord record() {
    return RunDirectory.open(folder).read();
  }

  int forks() throws IOException {
    return files("forks", ".fork").size();
  }

  /**
   * Everything can be read and tells of the same forks: of all that are kept or, where the runner
   * had no time to say so, of all but the last. What was kept once stays as it is.
   */
  void isWhole(boolean orderly) throws IOException {
    if (!Files.exists(folder.resolve("run.json"))) {
      assertEquals(0, forks());
      return;
    }
    int kept = new ForkStore(Files.createDirectories(folder.resolve("forks"))).all().size();
    int recorded = record().rows().stream().mapToInt(row -> row.forks().size()).sum();
    int least = orderly ? kept : Math.max(0, kept - 1);
    between(least, recorded, kept, "forks in run.json");
    between(recorded, forksInJmhJson(), kept, "forks in jmh.json");
    between(recorded, intervals() / INTERVALS_A_FORK, kept, "forks in the latency logs");
    if (recorded > 0) {
      assertTrue(Files.readString(folder.resolve("summary.md")).contains("Tiny.counted"));
    }
    nothingIsRepeated();
  }

  /** When each of these files was written last; leftovers with a dot in front do not count. */
  Map<Path, FileTime> written(String file) {
    Map<Path, FileTime> times = new HashMap<>();
    try (Stream<Path> all = Files.walk(folder.resolve(file), 1)) {
      for (Path each : all.filter(f -> !f.getFileName().toString().startsWith(".")).toList()) {
        if (Files.isRegularFile(each)) {
          times.put(each, Files.getLastModifiedTime(each));
        }
      }
    } catch (IOException | UncheckedIOException notYetOrJustReplaced) {
      // The next look will tell.
    }
    return times;
  }

  private static void between(int least, int actual, int most, String what) {
    assertTrue(actual >= least && actual <= most, what + ": " + actual + ", kept " + most);
  }

  private int forksInJmhJson() {
    return Files.exists(folder.resolve("jmh.json"))
        ? JmhJson.read(folder).stream().mapToInt(row -> row.primary().rawData().length).sum()
        : 0;
  }

  private int intervals() throws IOException {
    int intervals = 0;
    for (Path log : files("latency", ".hlog")) {
      HistogramLogReader reader = new HistogramLogReader(log.toFile());
      while (reader.nextIntervalHistogram() != null) {
        intervals++;
      }
      reader.close();
    }
    for (Path curve : files("latency", ".hgrm")) {
      List<String> lines = Files.readAllLines(curve);
      assertTrue(lines.get(lines.size() - 1).startsWith("#[Buckets"), curve::toString);
    }
    return intervals;
  }

  private void nothingIsRepeated() throws IOException {
    Map<Path, byte[]> now = new HashMap<>();
    for (Path fork : files("forks", ".fork")) {
      now.put(fork, Files.readAllBytes(fork));
    }
    before.forEach((fork, bytes) -> assertArrayEquals(bytes, now.get(fork), fork::toString));
    before.putAll(now);
  }

  /** Every row of the plan has every fork once, and nothing else is there. */
  void isComplete(Plan plan) throws IOException {
    isWhole(true);
    RunRecord record = record();
    assertEquals(RunState.FINISHED, record.state());
    assertEquals(plan.rows().size(), record.rows().size());
    for (RowRecord row : record.rows()) {
      assertEquals(plan.rounds(), row.forks().size(), row::toString);
    }
    Set<String> rounds = new HashSet<>();
    for (FinishedFork fork : new ForkStore(folder.resolve("forks")).all()) {
      assertTrue(rounds.add(fork.row() + fork.round()), fork::toString);
    }
    Set<String> planned = new HashSet<>();
    for (Row row : plan.rows()) {
      for (int round = 1; round <= plan.rounds(); round++) {
        planned.add(row.fileName() + round);
      }
    }
    assertEquals(planned, rounds);
    assertEquals(planned.size(), forksInJmhJson());
    assertEquals(List.of(), files("", ".tmp"));
    assertEquals(List.of(), files("forks", ".tmp"));
    assertEquals(List.of(), files("latency", ".tmp"));
    assertEquals(List.of(), files("", ".reserve"));
  }

  private List<Path> files(String inside, String ending) throws IOException {
    if (!Files.isDirectory(folder.resolve(inside))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.resolve(inside))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
