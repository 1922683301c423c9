package org.svabench.results.doubt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svabench.results.doctor.ForkWatch;
import org.svabench.results.doubt.Doubt.Kind;
import org.svabench.results.jmh.JmhMetric;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.jmh.JmhSetting;
import org.svabench.results.jmh.ResultKey;
import org.svabench.results.run.BuildRecord;
import org.svabench.results.run.Diagnosis;
import org.svabench.results.run.ForkRecord;
import org.svabench.results.run.JavaRecord;
import org.svabench.results.run.MachineProbe;
import org.svabench.results.run.MachineRecord;
import org.svabench.results.run.PartRecord;
import org.svabench.results.run.RowRecord;
import org.svabench.results.run.RunRecord;
import org.svabench.results.run.RunState;
import org.svabench.results.run.SuiteRecord;
import org.svabench.results.run.Verdict;
import org.svabench.results.statistics.RatioInterval;

class DoubtsTest {
  private static final String BENCHMARK = "demo.N.notify";
  private static final int FORKS = 4;
  private static final int ITERATIONS = 8;

  /** A machine whose files a test rewrites while a fork "runs". */
  @TempDir Path machine;

  @Test
  void aCleanRunOfAQuietMachineHasNone() throws IOException {
    Random noise = new Random(3);
    for (String unit : List.of("ns/op", "ops/us")) {
      double[][] scores = scores((fork, i) -> 100 * (1 + 0.01 * noise.nextGaussian()));
      Doubts doubts = doubts(unit, scores, List.of(fork(0, 0, 100, 0), fork(0, 0, 101, 0)));

      assertEquals(List.of(), doubts.of(key(unit)));
      assertEquals("", doubts.summary());
      assertEquals("9.5", doubts.marked(key(unit), "9.5"));
    }
  }

  @Test
  void ofHundredsOfNoisyButSteadyRowsHardlyAnyIsDoubted() {
    Random noise = new Random(5);
    int doubted = 0;
    for (int row = 0; row < 500; row++) {
      double[][] scores = scores((fork, i) -> 100 * Math.exp(0.05 * noise.nextGaussian()));
      doubted += ScoreDoubts.of(result("ns/op", scores)).size();
    }
    assertTrue(doubted < 10, doubted + " of 500");
  }

  @Test
  void timeThatTheHypervisorTookIsSaid() throws IOException {
    assertEquals(
        "hypervisor took 8 % of the CPUs in 1 of 2 forks",
        only(Kind.STOLEN_TIME, List.of(fork(0, 0, 100, 0), fork(16, 0, 100, 0))));
  }

  @Test
  void whatOtherProcessesTookIsSaidAndTheForkOwnTimeIsNot() throws IOException {
    assertEquals(
        "other processes kept 1.2 CPUs busy in 1 of 2 forks",
        only(Kind.OTHER_LOAD, List.of(fork(0, 0, 100, 0), fork(0, 120, 100, 0))));
  }

  @Test
  void aMachineThatGetsSlowerWithinTheRunIsSaid() throws IOException {
    assertEquals(
        "clock rate or neighbours changed: fixed work 30 % off the run's usual in 1 of 3 forks",
        only(Kind.DRIFT, List.of(fork(0, 0, 100, 0), fork(0, 0, 100, 0), fork(0, 0, 130, 0))));
  }

  @Test
  void aCpuThatWasSlowedDownForHeatIsSaid() throws IOException {
    assertEquals(
        "CPU slowed down for heat 3 times in 1 of 2 forks",
        only(Kind.HEAT, List.of(fork(0, 0, 100, 3), fork(0, 0, 100, 0))));
  }

  @Test
  void aForkThatDiffersFromTheOthersIsSaidWhateverTheUnit() {
    double[][] times = scores((fork, i) -> (fork == 2 ? 140 : 100) + i % 2);
    double[][] rates = scores((fork, i) -> (fork == 2 ? 100 : 140) + i % 2);

    assertEquals("forks differ: 1 of 4 ran 40 % slower than the others", alone("ns/op", times));
    assertEquals("forks differ: 1 of 4 ran 40 % slower than the others", alone("ops/us", rates));
  }

  @Test
  void forksThatDifferByNoMoreThanTheirIterationsAreNotSaid() {
    double[][] wild = scores((fork, i) -> (fork == 2 ? 115 : 100) * (i % 2 == 0 ? 1 : 1.2));

    assertEquals(List.of(), ScoreDoubts.of(result("ns/op", wild)));
  }

  @Test
  void measuredIterationsThatStillFallAreSaid() {
    double[][] times = scores((fork, i) -> 100 * (1 + 0.4 / (1 + i)) + (fork + i) % 2);
    double[][] rates = scores((fork, i) -> 100 / (1 + 0.4 / (1 + i)));

    assertTrue(alone("ns/op", times).startsWith("still warming up: measured iterations fell by"));
    assertTrue(alone("ops/us", rates).startsWith("still warming up: measured iterations fell by"));
    double[][] rising = scores((fork, i) -> 100 / (1 + 0.4 / (1 + i)));
    assertEquals(List.of(), ScoreDoubts.of(result("ns/op", rising)), "slower is not warmer");
  }

  @Test
  void aScoreKnownToNoBetterThanAQuarterIsSaid() {
    JmhResult result = result("ns/op", scores((fork, i) -> 100), 40);

    assertEquals("score known to +-40 %", ScoreDoubts.of(result).get(0).sentence());
  }

  @Test
  void anIntervalWiderThanTheEffectIsSaidAndANullResultIsNot() {
    JmhResult row = result("ns/op", scores((fork, i) -> 100));
    Doubts doubts = Doubts.of(List.of(row), null);
    doubts.compare(row, row, null, interval(0.97, 1.04));
    doubts.compare(row, row, null, interval(1.4, 2.9));
    assertEquals("", doubts.summary());

    doubts.compare(row, row, null, interval(0.71, 1.14));

    assertEquals(
        "interval wider than the effect: from x0.71 to x1.14 is possible",
        doubts.sentence(row.key()));
    assertEquals("! 9.5", doubts.marked(row.key(), "9.5"));
    assertEquals(
        "1 of 1 rows are marked with ! and should not be trusted: interval too wide 1.",
        doubts.summary());
  }

  @Test
  void aRateThatWasMissedIsSaid() {
    JmhResult row = result("ns/op", scores((fork, i) -> 100));
    row.secondary().put("rate.reached", new JmhMetric(98.4, Double.NaN, "%", new double[0][]));

    assertEquals(
        "rate not reached: 98.4 % of the calls due were made",
        ScoreDoubts.of(row).get(0).sentence());
  }

  @Test
  void blackholesOfTwoKindsAreSaidByRecordAndElseByTheJvm() {
    RunRecord compiler = run(machine("compiler"), List.of(), List.of());
    RunRecord calls = run(machine("full + dont-inline hint"), List.of(), List.of());
    JmhResult row = result("ns/op", scores((fork, i) -> 100));
    String mixed = "blackholes mixed: by compiler here, by calls in what it is held against";

    assertEquals(mixed, compared(row, compiler, "17.0.15", calls, "17.0.15"));
    assertEquals("", compared(row, compiler, "17.0.15", compiler, "17.0.15"));
    assertEquals(mixed, compared(row, null, "17.0.15", null, "1.8.0_382"));
    assertEquals(mixed, compared(row, null, "25", null, "11.0.2"));
    assertEquals("", compared(row, null, "17.0.15", null, "21"));
    assertEquals("", compared(row, null, "17.0.15", null, ""), "unknown is no difference");
  }

  @Test
  void aMergedRunOfMixedBlackholesSaysSoWhereForksOfAllPartsMeet() {
    JmhResult everywhere = result("ns/op", scores((fork, i) -> 100));
    JmhResult somewhere =
        new JmhResult(
            new ResultKey("demo.Other.m", "avgt", 1, Map.of()),
            FORKS,
            everywhere.setting(),
            everywhere.primary(),
            new TreeMap<>());
    List<RowRecord> rows =
        List.of(
            new RowRecord(BENCHMARK, Map.of("unit", "ns/op"), 8, List.of(), null),
            new RowRecord("demo.Other.m", Map.of(), 4, List.of(), null));

    Doubts doubts =
        Doubts.of(
            List.of(everywhere, somewhere),
            run(machine("compiler"), rows, List.of(part("compiler"), part("full"))));

    assertEquals(Kind.BLACKHOLES, doubts.of(everywhere.key()).get(0).kind());
    assertEquals(List.of(), doubts.of(somewhere.key()));
  }

  private static String compared(
      JmhResult row, RunRecord run, String jdk, RunRecord otherRun, String otherJdk) {
    JmhResult here = on(row, jdk);
    Doubts doubts = Doubts.of(List.of(here), run);
    doubts.compare(here, on(row, otherJdk), otherRun, interval(0.99, 1.01));
    return doubts.sentence(row.key());
  }

  private static JmhResult on(JmhResult row, String jdk) {
    JmhSetting setting = new JmhSetting("1.37", jdk, "", List.of(), 0, "", 0, "");
    return new JmhResult(row.key(), row.forks(), setting, row.primary(), row.secondary());
  }

  private static RatioInterval interval(double low, double high) {
    return new RatioInterval(
        Math.sqrt(low * high), low, high, FORKS, RatioInterval.Method.SIGNED_RANK);
  }

  private String only(Kind kind, List<ForkRecord> forks) {
    Doubts doubts = doubts("ns/op", scores((fork, i) -> 100), forks);
    List<Doubt> found = doubts.of(key("ns/op"));
    assertEquals(List.of(kind), found.stream().map(Doubt::kind).toList());
    return found.get(0).sentence();
  }

  private static String alone(String unit, double[][] scores) {
    List<Doubt> found = ScoreDoubts.of(result(unit, scores));
    assertEquals(1, found.size(), found.toString());
    return found.get(0).sentence();
  }

  private static Doubts doubts(String unit, double[][] scores, List<ForkRecord> forks) {
    RowRecord row = new RowRecord(BENCHMARK, Map.of("unit", unit), forks.size(), forks, null);
    return Doubts.of(
        List.of(result(unit, scores)), run(machine("compiler"), List.of(row), List.of()));
  }

  /** Watches a fork of a second during which the machine's files change as told. */
  private ForkRecord fork(long steal, long others, double pace, long throttles) throws IOException {
    files(1000, 0, 500, 0, 7);
    ForkWatch watch = new ForkWatch(new MachineProbe(machine), () -> pace);
    watch.begin();
    files(1000 + 90 + others, steal, 500 + 10, 80, 7 + throttles);
    ForkRecord seen = watch.end(1, 1);
    return new ForkRecord(
        1,
        1,
        seen.startedAt(),
        1,
        seen.load(),
        seen.stealTicks(),
        seen.othersCpus() * Math.max(seen.seconds(), 0.01),
        seen.paceNanos(),
        seen.throttles());
  }

  private void files(long busy, long steal, long own, long children, long throttles)
      throws IOException {
    file("proc/stat", "cpu " + busy + " 0 0 5 0 0 0 " + steal + " 0 0\n");
    file("proc/self/stat", "1 (a b) S 0 0 0 0 0 0 0 0 0 0 " + own + " 0 " + children + " 0 9\n");
    file("proc/loadavg", "0.5 0.5 0.5 1/80 100\n");
    file("sys/devices/system/cpu/cpu0/thermal_throttle/core_throttle_count", throttles + "\n");
  }

  private void file(String name, String text) throws IOException {
    Path file = machine.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private interface Score {
    double of(int fork, int iteration);
  }

  private static double[][] scores(Score score) {
    double[][] scores = new double[FORKS][ITERATIONS];
    for (int fork = 0; fork < FORKS; fork++) {
      for (int i = 0; i < ITERATIONS; i++) {
        scores[fork][i] = score.of(fork, i);
      }
    }
    return scores;
  }

  private static ResultKey key(String unit) {
    return new ResultKey(BENCHMARK, "avgt", 1, Map.of("unit", unit));
  }

  private static JmhResult result(String unit, double[][] scores) {
    return result(unit, scores, 1);
  }

  private static JmhResult result(String unit, double[][] scores, double error) {
    double mean = Arrays.stream(scores).flatMapToDouble(Arrays::stream).average().orElseThrow();
    return new JmhResult(
        key(unit),
        scores.length,
        JmhSetting.UNKNOWN,
        new JmhMetric(mean, error, unit, scores),
        new TreeMap<>());
  }

  private static MachineRecord machine(String blackholes) {
    return new MachineRecord("", "", "", 2, 1, "", "", false, List.of())
        .examined(List.of(new Diagnosis(Blackholes.POINT, Verdict.GOOD, blackholes, "")));
  }

  private static PartRecord part(String blackholes) {
    return new PartRecord(
        "1/2",
        "x",
        RunState.FINISHED,
        "",
        machine(blackholes),
        new JavaRecord("17", "", "", List.of()));
  }

  private static RunRecord run(
      MachineRecord machine, List<RowRecord> rows, List<PartRecord> parts) {
    return new RunRecord(
        RunRecord.SCHEMA_VERSION,
        "x",
        RunState.FINISHED,
        null,
        "",
        "",
        new SuiteRecord("s", List.of(), 1, null, null),
        new BuildRecord("", "", ""),
        machine,
        new JavaRecord("17", "", "", List.of()),
        new ArrayList<>(rows),
        parts);
  }
}
