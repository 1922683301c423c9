package org.svabench.benchmarks.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
  void aKernelThatIsNotThereIsOneLine() {
    assertEquals(2, run("record", "--for", "1s", "--out", out(), "--kernels", "nothing"));
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
