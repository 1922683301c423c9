package org.svabench.benchmarks.suite;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.svabench.results.input.BadInput;
import org.svabench.results.run.BuildRecord;
import org.svabench.results.run.JavaRecord;
import org.svabench.results.run.MachineRecord;
import org.svabench.results.run.RunRecord;
import org.svabench.results.run.RunState;

class ResumableTest {
  private static final BuildRecord JAR = new BuildRecord("1", "abc", "00ff");
  private static final MachineRecord MACHINE =
      new MachineRecord("Linux 6", "amd64", "Some CPU", 2, 1024, "tsc", "unknown", true, List.of());
  private static final JavaRecord JAVA = new JavaRecord("17", "VM 17", "vendor", List.of());
  private static final RunRecord RUN =
      new RunRecord(
          1, "x", RunState.RUNNING, null, "", "", null, JAR, MACHINE, JAVA, List.of(), List.of());

  @Test
  void theSameJarMachineAndJvmGoOn() {
    assertDoesNotThrow(() -> check(JAR, MACHINE, JAVA));
  }

  @Test
  void anotherJarIsNamed() {
    assertEquals(
        "--resume run: another jar than it began with (00ff, here 11); start a new run",
        refused(new BuildRecord("1", "abc", "11"), MACHINE, JAVA));
  }

  @Test
  void anotherJvmIsNamed() {
    assertEquals(
        "--resume run: another JVM than it began with (VM 17, here VM 25); start a new run",
        refused(JAR, MACHINE, new JavaRecord("25", "VM 25", "vendor", List.of())));
  }

  @Test
  void anotherMachineIsNamed() {
    assertEquals(
        "--resume run: another CPU than it began with (Some CPU, here Other); start a new run",
        refused(
            JAR,
            new MachineRecord(
                "Linux 6", "amd64", "Other", 2, 1024, "tsc", "unknown", true, List.of()),
            JAVA));
  }

  @Test
  void anotherNumberOfCpusOperatingSystemAndJvmArgumentsAreNamed() {
    assertEquals(
        "--resume run: another number of CPUs than it began with (2, here 4); start a new run",
        refused(JAR, machine("Linux 6", "Some CPU", 4), JAVA));
    assertEquals(
        "--resume run: another operating system than it began with (Linux 6, here Linux 7); start a"
            + " new run",
        refused(JAR, machine("Linux 7", "Some CPU", 2), JAVA));
    assertEquals(
        "--resume run: other JVM arguments than it began with ([], here [-Xmx1g]); start a new"
            + " run",
        refused(JAR, MACHINE, new JavaRecord("17", "VM 17", "vendor", List.of("-Xmx1g"))));
  }

  private static MachineRecord machine(String os, String cpu, int cpus) {
    return new MachineRecord(os, "amd64", cpu, cpus, 1024, "tsc", "unknown", true, List.of());
  }

  private static String refused(BuildRecord jar, MachineRecord machine, JavaRecord java) {
    return assertThrows(BadInput.class, () -> check(jar, machine, java)).getMessage();
  }

  private static void check(BuildRecord jar, MachineRecord machine, JavaRecord java) {
    Resumable.check(Path.of("run"), RUN, jar, machine, java);
  }
}
