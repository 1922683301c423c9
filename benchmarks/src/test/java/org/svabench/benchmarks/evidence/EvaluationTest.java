package org.svabench.benchmarks.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.Pairing;
import org.svabench.results.gate.record.Shape;
import org.svabench.results.gate.verdict.Outcome;
import org.svabench.results.gate.verdict.Rules;
import org.svabench.results.input.BadInput;
import org.svabench.results.run.MachineProbe;

/** The evaluation on pairs that are made up: what is known of them must come out. */
class EvaluationTest {
  private static final long SEED = 20261127;

  @TempDir private Path folder;

  private static RecordedPair pair(int repeats, Pairing pairing, double noise, Random random) {
    double a = 1000 * Math.exp(noise * random.nextGaussian());
    double b = 1000 * repeats / 100.0 * Math.exp(noise * random.nextGaussian());
    double[] baseline = new double[20];
    double[] candidate = new double[20];
    Arrays.setAll(baseline, i -> a * (1 + 0.01 * random.nextDouble()));
    Arrays.setAll(candidate, i -> b * (1 + 0.01 * random.nextDouble()));
    Arm first = random.nextBoolean() ? Arm.BASELINE : Arm.CANDIDATE;
    double[] warm = {1, 2, 3};
    return new RecordedPair(
        "k", repeats, pairing, first, "", 9, 0, 100, baseline, candidate, warm, warm, null);
  }

  private static List<RecordedPair> pairs(double noise) {
    Random random = new Random(SEED);
    List<RecordedPair> all = new ArrayList<>();
    for (int repeats : Recorder.SIZES) {
      for (int i = 0; i < 30; i++) {
        all.add(pair(repeats, Pairing.TURNSTILE, noise, random));
        all.add(pair(repeats, Pairing.ADJACENT, noise, random));
      }
    }
    return all;
  }

  @Test
  void quietPairsGiveAGateThatIsRightAndRulesThatAreNot() {
    Evaluation evaluation = Evaluation.of(pairs(0.005), Rules.standard(), 40, SEED);

    Tally gate = evaluation.tally("gate, turnstile");
    assertEquals(0, gate.share(100, Outcome.FAIL).hits());
    assertEquals(1, gate.share(100, Outcome.PASS).share());
    assertEquals(1, gate.share(110, Outcome.FAIL).share());
    assertEquals(1, evaluation.tally("mean ratio above 1.1").share(105, Outcome.PASS).share());
    assertEquals(1, evaluation.tally("mean ratio above 2.0").share(120, Outcome.PASS).share());
  }

  @Test
  void pooledIterationsErrMoreOftenThanTheySay() {
    List<RecordedPair> same = pairs(0.05).stream().filter(pair -> pair.repeats() == 100).toList();
    Sample sample = new Sample("k", 100, same);
    Random random = new Random(SEED);
    Tally pooled = new Tally();
    for (int i = 0; i < 400; i++) {
      pooled.add(100, UsualRule.MANN_WHITNEY.decide(sample, random));
    }

    assertTrue(pooled.share(100, Outcome.FAIL).share() > 0.05, "pseudo-replication must show");
  }

  @Test
  void theSameSeedGivesTheSameTable() {
    List<RecordedPair> pairs = pairs(0.02);

    String once = Evaluation.of(pairs, Rules.standard(), 5, 3).markdown();
    assertEquals(once, Evaluation.of(pairs, Rules.standard(), 5, 3).markdown());
    assertTrue(once.lines().anyMatch(line -> line.startsWith("| k |")), once);
  }

  /** Clopper and Pearson: 0 of 200 leaves 1.49 %, one-sided at 95 %. */
  @Test
  void noneOfTwoHundredIsNotNever() {
    assertEquals(0.01487, new Share(0, 200).atMost(), 1e-5);
    assertEquals("0.00% (<1.49%)", new Share(0, 200).asError());
    assertEquals("100.0% (>98.5%)", new Share(200, 200).asGain());
  }

  @Test
  void aRecordingThatWasKilledInTheMiddleOfALineGoesOn() throws IOException {
    Path file = folder.resolve("pairs.jsonl");
    DataSet data = new DataSet(file);
    data.begin(new MachineProbe().machine());
    List<RecordedPair> pairs = pairs(0.01).subList(0, 3);
    data.append(pairs.get(0));
    data.append(pairs.get(1));
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 20));

    data.begin(new MachineProbe().machine());
    data.append(pairs.get(2));

    List<RecordedPair> read = DataSet.read(List.of(data.pack().toString()));
    assertEquals(2, read.size());
    assertEquals(pairs.get(2).startedAt(), read.get(1).startedAt());
    assertEquals(pairs.get(2).baseline().length, read.get(1).baseline().length);
  }

  @Test
  void shorterForksAreTheFirstWindowsOfLongerOnes() {
    RecordedPair pair = pair(105, Pairing.TURNSTILE, 0.01, new Random(SEED));

    RecordedPair shorter = pair.of(new Shape(2, 10, 100));

    assertArrayEquals(new double[] {1, 2}, shorter.baselineWarmup());
    assertEquals(3, shorter.candidate()[0]);
    assertArrayEquals(
        Arrays.copyOf(pair.candidate(), 9), Arrays.copyOfRange(shorter.candidate(), 1, 10));
    assertEquals(9 - 2 * 11 * 0.1, shorter.seconds(), 1e-9);
  }

  @Test
  void pooledPairsStandForEverySizeBothWaysRound() {
    RecordedPair pair = pair(110, Pairing.TURNSTILE, 0.01, new Random(SEED));
    double ratio = pair.candidate()[3] / pair.baseline()[3] / 1.1;

    List<RecordedPair> pooled = RecordedPair.pooled(List.of(pair));

    assertEquals(2 * Recorder.SIZES.size(), pooled.size());
    for (RecordedPair one : pooled) {
      double seen = one.candidate()[3] / one.baseline()[3] / (one.repeats() / 100.0);
      assertEquals(one.first() == pair.first() ? ratio : 1 / ratio, seen, 1e-9);
    }
    assertEquals(pair.candidate()[3], pooled.get(6).candidate()[3], 1e-9);
  }

  @Test
  void aRecordingOfWhichOnlyThePackedFormIsLeftGoesOn() throws IOException {
    Path file = folder.resolve("pairs.jsonl");
    DataSet data = new DataSet(file);
    data.begin(new MachineProbe().machine());
    data.append(pairs(0.01).get(0));
    String packed = data.pack().toString();
    Files.delete(file);

    data.begin(new MachineProbe().machine());
    data.append(pairs(0.01).get(1));
    data.pack();

    assertEquals(2, DataSet.read(List.of(packed)).size());
  }

  @Test
  void anyOtherFileIsNoRecording() throws IOException {
    Path file = Files.writeString(folder.resolve("other.jsonl"), "{\"schemaVersion\": 7}\n");

    assertThrows(BadInput.class, () -> DataSet.read(List.of(file.toString())));
  }
}
