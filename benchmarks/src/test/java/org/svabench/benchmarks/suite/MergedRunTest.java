package org.svabench.benchmarks.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.BenchmarkResult;
import org.svabench.benchmarks.jmh.JmhOptions;
import org.svabench.results.doctor.ForkWatch;
import org.svabench.results.input.BadInput;
import org.svabench.results.jmh.JmhJson;
import org.svabench.results.run.BuildRecord;
import org.svabench.results.run.JavaRecord;
import org.svabench.results.run.MachineProbe;
import org.svabench.results.run.MachineRecord;
import org.svabench.results.run.RowRecord;
import org.svabench.results.run.RunDirectory;
import org.svabench.results.run.RunRecord;
import org.svabench.results.run.RunState;
import org.svabench.results.run.SuiteRecord;

/** Parts of a run of the fixture's suite: two comparisons of three rows, and one control. */
class MergedRunTest {
  private static final String JAR = "00ff";
  private static final int ROUNDS = 2;

  private final Suite suite = withControl();
  private final Plan plan = Plan.of(suite, JmhOptions.parse(List.of()));

  @TempDir Path folder;

  @Test
  void everyComparisonIsInOnePartAndTheControlInAll() {
    Set<Row> seen = new HashSet<>();
    for (int part = 1; part <= 2; part++) {
      List<Row> rows = plan.part(new Shard(part, 2)).rows();
      List<Row> compared = rows.stream().filter(row -> !plan.isControl(row)).toList();
      assertEquals(
          1, compared.stream().map(row -> row.without(Set.of("design"))).distinct().count());
      assertEquals(1, rows.size() - compared.size());
      assertEquals(rows, plan.part(new Shard(part, 2)).rows());
      compared.forEach(row -> assertTrue(seen.add(row), row.toString()));
    }
    assertEquals(6, seen.size());
  }

  @Test
  void partsOfEverySuiteTakeAboutAsLong() {
    for (Suite each : Suites.all()) {
      Plan whole = Plan.of(each, JmhOptions.parse(List.of()));
      List<Long> times = new ArrayList<>();
      for (int part = 1; part <= 2; part++) {
        times.add(whole.part(new Shard(part, 2)).estimate().toMillis());
      }
      assertTrue(times.get(0) <= 2 * times.get(1), each.name() + " " + times);
      assertTrue(times.get(1) <= 2 * times.get(0), each.name() + " " + times);
    }
  }

  @Test
  void morePartsThanComparisonsAreRefused() {
    assertEquals(
        "--shard 1/3: there are 2 comparisons, so at most as many parts",
        assertThrows(BadInput.class, () -> plan.part(Shard.of("1/3"))).getMessage());
    assertEquals(
        "--shard 3/2: must be K/N with K from 1 to N, such as 1/8",
        assertThrows(BadInput.class, () -> Shard.of("3/2")).getMessage());
    assertThrows(BadInput.class, () -> Shard.of("0/2"));
  }

  @Test
  void mergedPartsHoldEveryForkAndAMachineRecordEach() throws Exception {
    Path one = run("a", "1/2", "CPU one", new FakeForks());
    Path two = run("b", "2/2", "CPU two", new FakeForks());

    MergedRun merged = merged(two, one);
    merged.write(folder.resolve("merged"), null);
    RunDirectory directory = onlyRun(folder.resolve("merged"));
    RunRecord record = directory.read();

    assertEquals(RunState.FINISHED, merged.state());
    assertEquals(RunState.FINISHED, record.state());
    assertNull(record.reason());
    assertNull(record.suite().shard());
    assertEquals(7, JmhJson.read(directory.path()).size());
    assertEquals(
        List.of("CPU one", "CPU two"),
        record.parts().stream().map(part -> part.machine().cpu()).toList());
    Set<Integer> positions = new HashSet<>();
    for (RowRecord row : record.rows()) {
      assertEquals(row.forksPlanned(), row.forks().size());
      assertEquals(row.params().containsKey("design") ? ROUNDS : 2 * ROUNDS, row.forks().size());
      row.forks().forEach(fork -> assertTrue(positions.add(fork.position())));
    }
    assertTrue(Files.readString(directory.path().resolve("summary.md")).contains("vtd-6.14"));
  }

  @Test
  void aMissingPartIsNamedAndWhatThereIsIsKept() throws Exception {
    Path two = run("b", "2/2", "CPU", new FakeForks());

    MergedRun merged = merged(two);
    merged.write(folder.resolve("merged"), null);
    RunRecord record = onlyRun(folder.resolve("merged")).read();

    assertEquals(RunState.INTERRUPTED, record.state());
    assertEquals("missing: part 1/2", record.reason());
    assertEquals(4, JmhJson.read(onlyRun(folder.resolve("merged")).path()).size());
  }

  @Test
  void aRowThatFailedInItsPartHasFailedInTheWhole() throws Exception {
    FakeForks failing =
        new FakeForks() {
          @Override
          public BenchmarkResult run(Row row) throws ForkFailed {
            if ("vtd-6.8".equals(row.params().get("design"))) {
              throw ForkFailed.ofRow("this design never works");
            }
            return super.run(row);
          }
        };
    MergedRun merged =
        merged(run("a", "1/2", "CPU", failing), run("b", "2/2", "CPU", new FakeForks()));

    assertEquals(RunState.FAILED, merged.state());
  }

  @Test
  void aPartGivenTwiceOverlaps() throws Exception {
    Path one = run("a", "1/2", "CPU", new FakeForks());
    Path again = run("b", "1/2", "CPU", new FakeForks());

    assertEquals(one + " and " + again + " overlap: both are part 1/2", refused(JAR, one, again));
  }

  @Test
  void partsOfAnotherRunJarOrKindAreRefused() throws Exception {
    Path one = run("a", "1/2", "CPU", new FakeForks());
    Path ofThree = run("b", "2/3", "CPU", new FakeForks());
    Path whole = run("c", null, "CPU", new FakeForks());

    assertEquals(
        one + " and " + ofThree + " are parts of different runs: number of parts 2 and 3",
        refused(JAR, one, ofThree));
    assertTrue(refused(JAR, one, whole).contains("not a part of a run, it has all of suite"));
    assertTrue(refused("1234", one).contains("made by another jar (00ff, this is 1234)"));
    assertTrue(refused(JAR, folder).contains("not a run"));
  }

  private String refused(String jar, Path... parts) {
    String message =
        assertThrows(BadInput.class, () -> PartsOfOneRun.read(List.of(parts), jar)).getMessage();
    assertFalse(message.contains("\n"));
    return message;
  }

  private MergedRun merged(Path... parts) throws IOException {
    return MergedRun.of(PartsOfOneRun.read(List.of(parts), JAR), plan);
  }

  private static RunDirectory onlyRun(Path parent) throws IOException {
    try (var runs = Files.list(parent)) {
      return RunDirectory.open(runs.findFirst().orElseThrow());
    }
  }

  private Path run(String label, String shard, String cpu, FakeForks forks) throws Exception {
    RunDirectory directory =
        RunDirectory.create(folder, label, Instant.parse("2026-11-22T07:45:00Z"));
    MachineRecord machine =
        new MachineRecord("Linux", "amd64", cpu, 2, 1024, "tsc", "unknown", true, List.of());
    RunFiles files =
        new RunFiles(
            directory,
            new RunRecord(
                RunRecord.SCHEMA_VERSION,
                label,
                RunState.RUNNING,
                null,
                "2026-11-22T07:45:00Z",
                "2026-11-22T07:45:00Z",
                new SuiteRecord("fixture", List.of(), 1, suite.comparison(), shard),
                new BuildRecord("1", "abc", JAR),
                machine,
                JavaRecord.current(),
                List.of(),
                List.of()));
    Plan part = shard == null || shard.endsWith("3") ? plan : plan.part(Shard.of(shard));
    new SuiteRun(
            part, 1, files, forks, new Silent(), new ForkWatch(new MachineProbe(folder), () -> 1))
        .run();
    return directory.path();
  }

  private static Suite withControl() {
    Suite fixture = FixtureSuite.of(ROUNDS, FixtureSuite.COUNTED);
    String control = "org.svabench.benchmarks.harness.Empty.nothing";
    List<Block> blocks = new ArrayList<>(fixture.blocks());
    blocks.add(new Block(control, java.util.Map.of(), blocks.get(0).shape()));
    return new Suite(
        "fixture",
        "for tests",
        ROUNDS,
        fixture.budget(),
        fixture.comparison(),
        List.of(control),
        blocks);
  }

  /** Shows nothing. */
  private static final class Silent implements Progress {
    @Override
    public void starting(Row row, int round, int done, int total, java.time.Duration left) {}

    @Override
    public void finished(Row row, String score) {}

    @Override
    public void failed(Row row, String why) {}

    @Override
    public void end() {}
  }
}
