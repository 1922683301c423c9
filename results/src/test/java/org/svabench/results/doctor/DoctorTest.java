package org.svabench.results.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svabench.results.run.Diagnosis;
import org.svabench.results.run.MachineProbe;
import org.svabench.results.run.Verdict;

class DoctorTest {
  private static final Pulse STEADY = new Pulse(25, 10, 1.01, 0.005, 40_000, 0, 0.01, 0);
  private static final String CPU = "sys/devices/system/cpu/";

  @TempDir Path root;

  @Test
  void aQuietServerIsGoodInEveryPoint() throws IOException {
    file("sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc");
    file(CPU + "cpu0/cpufreq/scaling_governor", "performance");
    file(CPU + "intel_pstate/no_turbo", "1");
    file(CPU + "smt/active", "0");
    file("sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never");
    file("proc/self/cgroup", "0::/");

    for (Diagnosis diagnosis : examine(STEADY)) {
      // How many CPUs this test may use is the one thing that no file says.
      if (!diagnosis.point().equals("cores")) {
        assertEquals(Verdict.GOOD, diagnosis.verdict(), diagnosis.toString());
        assertEquals("", diagnosis.meaning());
      }
    }
  }

  @Test
  void whatCannotBeReadIsUnknownAndNotGood() {
    Pulse unread = new Pulse(40, 42, 1.01, 0, 40_000, Double.NaN, Double.NaN, -1);

    List<Diagnosis> diagnoses = examine(unread);

    for (String point :
        List.of(
            "clock source",
            "governor",
            "turbo",
            "hyper-threads",
            "CPU quota",
            "transparent huge pages",
            "stolen time",
            "other load",
            "allocation")) {
      assertEquals(Verdict.UNKNOWN, of(point, diagnoses).verdict(), point);
      assertFalse(of(point, diagnoses).meaning().isEmpty(), point);
    }
  }

  @Test
  void aSlowTimerIsBadAndACoarseOneToo() {
    Pulse slow = new Pulse(900, 1_000, 1.01, 0, 40_000, 0, 0, 0);

    assertEquals(Verdict.BAD, of("timer latency", examine(slow)).verdict());
    assertEquals("900 ns a reading", of("timer latency", examine(slow)).found());
    assertEquals(Verdict.BAD, of("timer granularity", examine(slow)).verdict());
  }

  @Test
  void anUnevenMachineIsGradedByHowUneven() {
    assertEquals(Verdict.MIND, of("steadiness", examine(spread(1.2))).verdict());
    assertEquals(Verdict.BAD, of("steadiness", examine(spread(1.6))).verdict());
  }

  @Test
  void aClockThatGetsFasterDriftsAsOneThatGetsSlower() {
    assertEquals(Verdict.BAD, of("frequency drift", examine(drift(-0.2))).verdict());
    assertEquals(Verdict.BAD, of("frequency drift", examine(drift(0.2))).verdict());
    assertEquals("-20 % within half a second", of("frequency drift", examine(drift(-0.2))).found());
  }

  @Test
  void stolenTimePausesAndOtherLoadAreSaid() {
    Pulse crowded = new Pulse(25, 10, 1.01, 0, 13_000_000, 0.08, 1.4, 0);

    assertEquals("8.0 % of the CPUs' time", bad("stolen time", crowded));
    assertEquals(
        "a thread that only looked at the clock missed 13.00 ms of it", bad("pauses", crowded));
    assertEquals("1.40 CPUs busy with other processes", bad("other load", crowded));
  }

  @Test
  void theClockSourceOfLastResortIsBad() throws IOException {
    file("sys/devices/system/clocksource/clocksource0/current_clocksource", "hpet");

    assertEquals("hpet", bad("clock source", STEADY));
  }

  @Test
  void frequencyThatFollowsTheLoadIsSaid() throws IOException {
    file(CPU + "cpu0/cpufreq/scaling_governor", "powersave");
    file(CPU + "cpufreq/boost", "1");
    file(CPU + "smt/active", "1");

    assertEquals("powersave", bad("governor", STEADY));
    assertEquals(Verdict.MIND, of("turbo", examine(STEADY)).verdict());
    assertEquals(Verdict.MIND, of("hyper-threads", examine(STEADY)).verdict());
  }

  @Test
  void aQuotaIsFoundInEitherVersionOfControlGroupsAndAboveTheProcessOwn() throws IOException {
    file("proc/self/cgroup", "0::/kubepods/pod1/container");
    file("sys/fs/cgroup/kubepods/pod1/container/cpu.max", "max 100000");
    file("sys/fs/cgroup/kubepods/pod1/cpu.max", "150000 100000");
    assertEquals("1.50 CPUs", bad("CPU quota", STEADY));

    file("proc/self/cgroup", "3:cpu,cpuacct:/docker/1");
    file("sys/fs/cgroup/cpu/docker/1/cpu.cfs_quota_us", "50000");
    file("sys/fs/cgroup/cpu/docker/1/cpu.cfs_period_us", "100000");
    assertEquals("0.50 CPUs", bad("CPU quota", STEADY));

    file("sys/fs/cgroup/cpu/docker/1/cpu.cfs_quota_us", "-1");
    assertEquals(Verdict.GOOD, of("CPU quota", examine(STEADY)).verdict());
  }

  @Test
  void hugePagesByChanceAndBlackholesByCallsAreToBeMinded() throws IOException {
    file("sys/kernel/mm/transparent_hugepage/enabled", "[always] madvise never");

    assertEquals(Verdict.MIND, of("transparent huge pages", examine(STEADY)).verdict());
    List<Diagnosis> old = Doctor.examine(new MachineProbe(root), STEADY, "full + dont-inline hint");
    assertEquals(Verdict.MIND, of("blackhole mode", old).verdict());
  }

  @Test
  void theReportNamesEveryPointAndItsJsonIsTheMachineRecord() {
    List<Diagnosis> diagnoses = examine(STEADY);
    var machine = new MachineProbe(root).machine().examined(diagnoses);

    String text = DoctorReport.text(machine);
    var json = JsonParser.parseString(DoctorReport.json(machine)).getAsJsonObject();

    diagnoses.forEach(d -> assertTrue(text.contains(d.point()), d.point()));
    assertEquals(1, json.get("schemaVersion").getAsInt());
    var points = json.getAsJsonObject("machine").getAsJsonArray("diagnoses");
    assertEquals(diagnoses.size(), points.size());
    assertEquals("good", points.get(0).getAsJsonObject().get("verdict").getAsString());
  }

  @Test
  void thisMachineCanBeExamined() {
    MachineProbe probe = new MachineProbe();

    Pulse pulse = Pulse.take(probe);

    assertTrue(pulse.timerNanos() > 0 && pulse.timerStepNanos() > 0, pulse.toString());
    assertTrue(pulse.spread() >= 1 && pulse.longestPauseNanos() > 0, pulse.toString());
    assertFalse(Doctor.examine(probe, pulse, "compiler").isEmpty());
  }

  private String bad(String point, Pulse pulse) {
    Diagnosis diagnosis = of(point, examine(pulse));
    assertEquals(Verdict.BAD, diagnosis.verdict(), diagnosis.toString());
    assertFalse(diagnosis.meaning().isEmpty());
    return diagnosis.found();
  }

  private List<Diagnosis> examine(Pulse pulse) {
    return Doctor.examine(new MachineProbe(root), pulse, "compiler");
  }

  private static Diagnosis of(String point, List<Diagnosis> diagnoses) {
    return diagnoses.stream().filter(d -> d.point().equals(point)).findFirst().orElseThrow();
  }

  private static Pulse spread(double spread) {
    return new Pulse(25, 10, spread, 0, 40_000, 0, 0, 0);
  }

  private static Pulse drift(double drift) {
    return new Pulse(25, 10, 1.01, drift, 40_000, 0, 0, 0);
  }

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text + "\n");
  }
}
