package org.svabench.results.gate.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class AffinityTest {
  private static final String BENCHMARK = "org.example.Parser.parse";

  @TempDir Path root;

  private Path said() {
    return root.resolve("said");
  }

  /** With a command that notes what it is told and refuses some threads. */
  private Affinity affinity(int... refused) throws IOException {
    StringBuilder script = new StringBuilder("#!/bin/sh\necho \"$@\" >> " + said() + "\n");
    for (int thread : refused) {
      script.append("[ $4 != " + thread + " ] || exit 1\n");
    }
    Path command = root.resolve("taskset");
    Files.writeString(command, script);
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
    return new Affinity(root, command.toString());
  }

  private void allowed(String list) throws IOException {
    Files.createDirectories(root.resolve("proc/self"));
    Files.writeString(
        root.resolve("proc/self/status"), "Name:\tjava\nCpus_allowed_list:\t" + list + "\n");
  }

  private void thread(int pid, int thread, String name) throws IOException {
    Path task = Files.createDirectories(root.resolve("proc/" + pid + "/task/" + thread));
    Files.writeString(task.resolve("comm"), name + "\n");
  }

  @Test
  void onlyCpusThatTheProcessMayUseAreChosenFrom() throws Exception {
    allowed("0-2,7,9-9");

    assertEquals(List.of(0, 1, 2, 7, 9), affinity().cpus());
  }

  @Test
  void whereTheKernelSaysNothingThereIsNothingToChooseFrom() throws Exception {
    assertEquals(List.of(), affinity().cpus());
    allowed("many");
    assertEquals(List.of(), affinity().cpus());
  }

  @Test
  void whereMemoryIsNearSomeCpusAndFarFromOthersNoneIsChosen() throws Exception {
    allowed("0-3");
    Path nodes = Files.createDirectories(root.resolve("sys/devices/system/node"));
    Files.writeString(nodes.resolve("online"), "0\n");
    assertEquals(4, affinity().cpus().size());
    Files.writeString(nodes.resolve("online"), "0-1\n");
    assertEquals(List.of(), affinity().cpus());
  }

  @Test
  void theThreadsOfJmhAreKeptAndNoOthers() throws Exception {
    thread(41, 41, "java");
    thread(41, 50, "C2 CompilerThre");
    thread(41, 51, "org.example.Par");
    thread(42, 52, "org.example.Par");

    assertTrue(affinity().keep(List.of(41L, 42L), BENCHMARK, 3));
    assertEquals(List.of("-p -c 3 51", "-p -c 3 52"), Files.readAllLines(said()));
  }

  @Test
  void theThreadOfJmhIsKnownByEveryNameThatJdksGiveIt() throws Exception {
    thread(41, 51, "org.exa..rker-1");
    thread(42, 52, "a.B.c-jmh-worker-1");

    assertTrue(affinity().keep(List.of(41L), BENCHMARK, 0));
    assertTrue(affinity().keep(List.of(42L), "a.B.c", 0));
  }

  @Test
  void whereOneForksThreadCannotBeToldFromOthersNoForkIsKept() throws Exception {
    thread(41, 51, "org.example.Par");
    thread(42, 52, "org.example.Par");
    thread(42, 53, "org.example.Par");

    assertFalse(affinity().keep(List.of(41L, 42L), BENCHMARK, 0));
    assertFalse(affinity().keep(List.of(41L, 40L), BENCHMARK, 0));
    assertFalse(Files.exists(said()));
  }

  @Test
  void whereOneForkCannotBeKeptTheOtherIsLetGoAgain() throws Exception {
    allowed("0-1");
    thread(41, 51, "org.example.Par");
    thread(42, 52, "org.example.Par");

    assertFalse(affinity(52).keep(List.of(41L, 42L), BENCHMARK, 1));
    assertEquals(
        List.of("-p -c 1 51", "-p -c 1 52", "-p -c 0,1 51", "-p -c 0,1 52"),
        Files.readAllLines(said()));
  }

  @Test
  void aCommandThatIsNotThereKeepsNothing() throws Exception {
    thread(41, 51, "org.example.Par");
    Affinity affinity = new Affinity(root, root.resolve("missing").toString());

    assertFalse(affinity.keep(List.of(41L), BENCHMARK, 0));
  }
}
