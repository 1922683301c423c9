package org.svabench.results.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svabench.results.gate.fork.BenchmarkJar;
import org.svabench.results.gate.fork.Environment;
import org.svabench.results.gate.fork.Kernels;
import org.svabench.results.gate.record.Shape;
import org.svabench.results.gate.verdict.GateVerdict;
import org.svabench.results.gate.verdict.Outcome;
import org.svabench.results.gate.verdict.RowVerdict;
import org.svabench.results.gate.verdict.Rules;

class GateIT {
  private static final Shape QUICK = new Shape(3, 4, 10);

  @TempDir static Path folder;

  private static BenchmarkJar baseline;
  private static BenchmarkJar slower;

  @BeforeAll
  static void buildJars() throws Exception {
    baseline =
        BenchmarkJar.of(
            "--baseline", Kernels.jar(Files.createDirectory(folder.resolve("a")), 200, 16));
    slower =
        BenchmarkJar.of(
            "--candidate", Kernels.jar(Files.createDirectory(folder.resolve("b")), 500, 64));
  }

  private static Rules quick() {
    return Rules.standard().withLooks(8).withConfirmations(3);
  }

  private static GateOptions options(BenchmarkJar candidate, String include) {
    return new GateOptions(
        baseline,
        candidate,
        List.of(new GateOptions.Target(include, Map.of())),
        new Environment(Environment.currentJava(), "", List.of()),
        quick(),
        QUICK,
        Duration.ofMinutes(5),
        null,
        null,
        null,
        1,
        folder.resolve("runs"),
        "gate");
  }

  private static RowVerdict row(GateVerdict verdict, String method) {
    return verdict.rows().stream()
        .collect(Collectors.toMap(r -> r.row().shortName(), r -> r))
        .get("Kernels." + method);
  }

  @Test
  void twoAndAHalfTimesTheWorkFailsAndTheKeptRunSaysTheSame() throws Exception {
    Gate gate = new Gate(options(slower, "Kernels.work"), new GateProgress() {});

    GateVerdict verdict = gate.run();

    RowVerdict work = row(verdict, "work");
    assertEquals(Outcome.FAIL, work.outcome(), work.toString());
    assertTrue(work.metrics().get(0).ratio() > 1.5, work.toString());
    assertEquals(verdict, Gate.replay(gate.folder()));
  }

  @Test
  void aListingNamesTheBenchmarksOfBothJarsAndLeavesNothingBehind() throws Exception {
    List<Path> before = runs();

    List<GateListing.Line> lines = GateListing.of(options(slower, ".*"));

    assertTrue(lines.size() > 1, lines::toString);
    assertTrue(lines.stream().allMatch(l -> l.inBaseline() && l.inCandidate()), lines::toString);
    assertEquals(before, runs());
  }

  private static List<Path> runs() throws IOException {
    Path parent = folder.resolve("runs");
    if (!Files.exists(parent)) {
      return List.of();
    }
    try (Stream<Path> runs = Files.list(parent)) {
      return runs.sorted().toList();
    }
  }

  @Test
  void moreAllocationFailsWithoutATimeThatIsSlower() throws Exception {
    GateVerdict verdict =
        new Gate(options(slower, "Kernels.allocate"), new GateProgress() {}).run();

    RowVerdict allocate = row(verdict, "allocate");
    assertEquals(Outcome.FAIL, allocate.exact().get(0).outcome(), allocate.toString());
    assertEquals(48, allocate.exact().get(0).candidate() - allocate.exact().get(0).baseline(), 0.5);
  }
}
