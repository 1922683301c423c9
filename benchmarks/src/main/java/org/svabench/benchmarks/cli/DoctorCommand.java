package org.svabench.benchmarks.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.svabench.benchmarks.jmh.BlackholeMode;
import org.svabench.results.doctor.Doctor;
import org.svabench.results.doctor.DoctorReport;
import org.svabench.results.doctor.Pulse;
import org.svabench.results.run.Diagnosis;
import org.svabench.results.run.MachineProbe;
import org.svabench.results.run.MachineRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what on this machine spoils measurements. */
@Command(
    name = "doctor",
    sortOptions = false,
    description = {
      "Says what on this machine spoils measurements: reads what the machine tells of itself and",
      "measures for about a second. Every run of a suite records the same in its run.json.",
      "A verdict per point: good; mind (results are usable by who knows of it); bad; unknown (this",
      "platform does not tell). The exit code is 0 whatever it finds."
    },
    footer = {"", "Example: java -jar benchmarks.jar doctor --format json"})
final class DoctorCommand implements Callable<Integer> {
  /** What the output looks like. */
  enum Format {
    text,
    json
  }

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "${COMPLETION-CANDIDATES} (default: text)")
  private Format format = Format.text;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Override
  public Integer call() {
    MachineProbe probe = new MachineProbe();
    List<Diagnosis> diagnoses = Doctor.examine(probe, Pulse.take(probe), BlackholeMode.now());
    MachineRecord machine = probe.machine().examined(diagnoses);
    System.out.print(
        format == Format.json ? DoctorReport.json(machine) : DoctorReport.text(machine));
    return ExitCode.GOOD;
  }
}
