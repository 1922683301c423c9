package org.svabench.results.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.PairKind;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.gate.record.Pairing;
import org.svabench.results.gate.verdict.GateVerdict;
import org.svabench.results.gate.verdict.Outcome;
import org.svabench.results.gate.verdict.Pairs;
import org.svabench.results.input.BadInput;
import org.svabench.results.jmh.JmhJson;
import org.svabench.results.jmh.JmhResult;

class GateFilesIT {
  @TempDir private Path folder;

  private GateVerdict live;

  @BeforeEach
  void aRunOfTenPairs() throws IOException {
    GatePlan plan =
        Plans.of(
            List.of(
                new GatePlan.Row(
                    Pairs.ROW, Pairing.TURNSTILE, Pairs.SHAPE, null, null, "a remark", false)));
    GateFiles files = new GateFiles(folder);
    files.write(plan);
    Trial trial = new Trial(plan);
    for (int i = 1; i <= 8; i++) {
      PairRecord pair =
          Pairs.apart(PairKind.MEASURE, i % 2 == 0 ? Arm.BASELINE : Arm.CANDIDATE, 0.001 * i);
      PairRecord placed = Pairs.at(i, pair);
      files.write(placed);
      trial.add(placed);
    }
    live = trial.verdict();
  }

  @Test
  void aReplayGivesTheVerdictOfTheLiveRunFromTheRawWindows() throws IOException {
    Files.writeString(folder.resolve("gate.json"), "what was concluded is not read");

    assertEquals(Outcome.PASS, live.outcome());
    assertEquals(live, Gate.replay(folder));
  }

  @Test
  void aRunThatWasKilledIsReadAsFarAsItCame() throws IOException {
    Files.delete(folder.resolve("pairs/0008.json"));

    GateVerdict verdict = Gate.replay(folder);

    assertEquals(Outcome.INCONCLUSIVE, verdict.outcome());
    assertEquals(7, verdict.rows().get(0).pairs());
  }

  @Test
  void aVerdictIsPublishedForPeopleAndPrograms() throws IOException {
    Gate.publish(folder, live);

    assertTrue(Files.readString(folder.resolve("gate.json")).contains("\"outcome\": \"PASS\""));
    assertTrue(Files.readString(folder.resolve("gate.xml")).contains("<testsuite "));
    assertTrue(Files.readString(folder.resolve("summary.md")).contains("a remark"));
  }

  @Test
  void eitherSideIsAResultOfJmhForkByFork() throws IOException {
    Gate.publish(folder, live);

    List<JmhResult> baseline = JmhJson.read(folder.resolve("jmh-baseline.json"));
    List<JmhResult> candidate = JmhJson.read(folder.resolve("jmh-candidate.json"));
    assertEquals(Pairs.ROW, baseline.get(0).key());
    assertEquals(8, candidate.get(0).primary().rawData().length);
    assertEquals(1000 * Math.exp(0.008), candidate.get(0).primary().rawData()[7][0], 1e-6);
    assertEquals(1000, baseline.get(0).primary().score(), 1e-9);
    assertEquals("ns/op", baseline.get(0).primary().unit());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "null", "{\"schemaVersion\": 9}", "{\"schemaVersion\": 1}"})
  void aPlanThatIsNoneIsOneLineWithItsName(String plan) throws IOException {
    Files.writeString(folder.resolve("plan.json"), plan);

    BadInput bad = assertThrows(BadInput.class, () -> Gate.replay(folder));

    assertTrue(bad.getMessage().contains("plan.json"), bad.getMessage());
    assertFalse(bad.getMessage().contains("\n"), bad.getMessage());
  }

  @Test
  void aPlanFromBeforeEarlyPassesMayFailAtEveryLook() throws IOException {
    Path plan = folder.resolve("plan.json");
    Files.writeString(plan, Files.readString(plan).replaceFirst("\"failFrom\": 12,\\s*", ""));

    assertFalse(Files.readString(plan).contains("failFrom"));
    assertEquals(Outcome.PASS, Gate.replay(folder).outcome());
  }

  @Test
  void aPlanThatCouldNeverFailIsOneLine() throws IOException {
    Path plan = folder.resolve("plan.json");
    Files.writeString(plan, Files.readString(plan).replace("\"failFrom\": 12", "\"failFrom\": 37"));

    BadInput bad = assertThrows(BadInput.class, () -> Gate.replay(folder));

    assertTrue(bad.getMessage().contains("out of range"), bad.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}",
        "{\"row\": {\"benchmark\": \"x\", \"mode\": \"avgt\", \"threads\": 1, \"params\": {}}}",
        "{\"kind\": \"MEASURE\", \"forks\": {}, \"row\": {\"benchmark\": \"demo.Kernels.work\","
            + " \"mode\": \"avgt\", \"threads\": 1, \"params\": {}}}"
      })
  void aPairThatIsNoneIsOneLineWithItsName(String pair) throws IOException {
    Files.writeString(folder.resolve("pairs/0003.json"), pair);

    BadInput bad = assertThrows(BadInput.class, () -> Gate.replay(folder));

    assertTrue(bad.getMessage().contains("0003.json"), bad.getMessage());
    assertFalse(bad.getMessage().contains("\n"), bad.getMessage());
  }

  @Test
  void anyOtherFolderIsNoGateRun() {
    BadInput bad = assertThrows(BadInput.class, () -> Gate.replay(folder.resolve("pairs")));

    assertTrue(bad.getMessage().contains("not a gate run"), bad.getMessage());
  }
}
