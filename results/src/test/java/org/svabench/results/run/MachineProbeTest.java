package org.svabench.results.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineProbeTest {
  @TempDir Path root;

  @Test
  void aLinuxMachineIsReadFromItsFiles() throws IOException {
    write("proc/cpuinfo", "processor : 0\nmodel name\t: Some CPU\nflags : fpu hypervisor\n");
    write("proc/meminfo", "MemTotal:       24684544 kB\n");
    write("proc/loadavg", "1.25 0.5 0.1 2/84 5098\n");
    write("proc/stat", "cpu  1 2 3 4 5 6 7 88 9 10\ncpu0 1 1 1 1 1 1 1 1 1 1\n");
    write("sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc\n");

    MachineProbe probe = new MachineProbe(root);

    assertEquals("Some CPU", probe.machine().cpu());
    assertEquals(24106, probe.machine().memoryMebibytes());
    assertEquals("tsc", probe.machine().clocksource());
    assertEquals("unknown", probe.machine().governor());
    assertTrue(probe.machine().hypervisor());
    assertEquals(1.25, probe.load());
    assertEquals(88, probe.stealTicks());
  }

  @Test
  void timeOfTheProcessIsItsOwnAndThatOfItsChildren() throws IOException {
    write("proc/self/stat", "7 (a ) b) S 1 7 7 0 -1 4 9 9 9 9 11 22 33 44 20 0 5\n");

    assertEquals(110, new MachineProbe(root).ownTicks());
  }

  @Test
  void slowDownsForHeatAreThoseOfAllCpus() throws IOException {
    String cpus = "sys/devices/system/cpu/";
    write(cpus + "cpu0/thermal_throttle/core_throttle_count", "3\n");
    write(cpus + "cpu0/thermal_throttle/package_throttle_count", "4\n");
    write(cpus + "cpu11/thermal_throttle/core_throttle_count", "5\n");
    write(cpus + "cpufreq/boost", "1\n");

    assertEquals(12, new MachineProbe(root).throttles());
  }

  @Test
  void aMachineThatTellsNothingIsUnknownAndNoError() {
    MachineProbe probe = new MachineProbe(root);

    assertEquals("unknown", probe.machine().cpu());
    assertEquals(-1, probe.machine().memoryMebibytes());
    assertFalse(probe.machine().hypervisor());
    assertEquals(-1, probe.load());
    assertEquals(-1, probe.stealTicks());
    assertEquals(-1, probe.ownTicks());
    assertEquals(-1, probe.throttles());
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
