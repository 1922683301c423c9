package org.svabench.benchmarks.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svabench.results.gate.record.Pairing;
import org.svabench.results.run.MachineProbe;
import picocli.CommandLine;

class GateEvidenceIT {
  @TempDir private Path folder;

  @Test
  void recordingsOfBothJarsAreReadBackAsPairs() {
    for (String kernel : List.of("SuiteKernels.repeatBond", "JdkKernels.lookUp")) {
      assertEquals(0, run("record", "--for", "5s", "--out", out(), "--kernels", kernel));
    }

    List<RecordedPair> pairs = DataSet.read(List.of(out() + "/pairs.jsonl.gz"));
    Set<String> kernels = pairs.stream().map(RecordedPair::kernel).collect(Collectors.toSet());
    assertEquals(Set.of("SuiteKernels.repeatBond", "JdkKernels.lookUp"), kernels);
    assertTrue(pairs.stream().allMatch(pair -> pair.baseline().length == 20), "" + pairs.size());
    assertTrue(Files.exists(folder.resolve("pairs.jsonl")));
  }

  @Test
  void theSchedulerPlacesEveryOtherPairWhereThatIsTheQuestion() {
    assertEquals(
        0,
        run(
            "record",
            "--purpose=PLACES",
            "--for",
            "9s",
            "--out",
            out(),
            "--kernels",
            "JdkKernels.lookUp"));

    List<RecordedPair> pairs = DataSet.read(List.of(out() + "/pairs.jsonl"));
    assertNull(pairs.get(1).cpu());
    assertEquals(Pairing.TURNSTILE, pairs.get(0).pairing());
    assertEquals(0, run("spread", out() + "/pairs.jsonl"));
  }

  @Test
  void aKernelThatIsNotThereIsOneLine() {
    assertEquals(2, run("record", "--for", "1s", "--out", out(), "--kernels", "nothing"));
  }

  @Test
  void aShapeOrLooksThatCannotBeAreOneLine() throws Exception {
    Path pairs = folder.resolve("pairs.jsonl");
    new DataSet(pairs).begin(new MachineProbe().machine());
    for (String[] options :
        new String[][] {
          {"--shape", "5"},
          {"--shape", "30+30"},
          {"--shape", "20+1"},
          {"--looks", "8,8"},
          {"--looks", "8,12", "--fail-from", "13"}
        }) {
      List<String> all = new ArrayList<>(List.of("evaluate", pairs.toString()));
      all.addAll(List.of(options));
      assertEquals(2, run(all.toArray(String[]::new)), String.join(" ", options));
    }
  }

  private String out() {
    return folder.toString();
  }

  private static int run(String... arguments) {
    CommandLine commands = GateEvidence.commandLine();
    StringWriter err = new StringWriter();
    commands.setErr(new PrintWriter(err, true));
    int code = commands.execute(arguments);
    assertTrue(err.toString().lines().count() <= 1, err.toString());
    return code;
  }
}
