package org.svabench.results.report;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.svabench.results.jmh.JmhSetting;
import org.svabench.results.report.Section.Exhibit;
import org.svabench.results.run.MachineRecord;
import org.svabench.results.run.RunRecord;

/** Where and how a run was made. */
final class AboutSection {
  private final DataTable table = new DataTable(2, List.of("what", "value"));

  private AboutSection() {}

  static Section of(ReportedRun run) {
    AboutSection about = new AboutSection();
    if (run.record() != null) {
      about.record(run.record());
    }
    about.setting(run);
    about.add("source", run.name());
    return new Section(
        "about",
        "Machine and settings",
        "",
        List.of(new Exhibit("about-table", "What was run, where and how", "", null, about.table)));
  }

  private void record(RunRecord run) {
    MachineRecord machine = run.machine();
    add("suite", run.suite().name() + ", " + String.join(" ", run.suite().arguments()));
    add("seed of the order", "" + run.suite().seed());
    add("started", run.startedAt());
    add("last written", run.updatedAt());
    add("revision", run.build().revision());
    add("version", run.build().version());
    add("SHA-256 of the jar", run.build().sha256());
    add("CPU", machine.cpu() + (machine.cpus() < 0 ? "" : ", " + machine.cpus() + " usable"));
    add("memory", machine.memoryMebibytes() < 0 ? "" : machine.memoryMebibytes() + " MiB");
    add("operating system", machine.os() + ", " + machine.architecture());
    add("clock source, governor", machine.clocksource() + ", " + machine.governor());
    add("virtual machine of the host", machine.hypervisor() ? "yes" : "no");
    add("JDK", run.java().version() + ", " + run.java().vm() + ", " + run.java().vendor());
    add("flags of the harness", String.join(" ", run.java().flags()));
  }

  private void setting(ReportedRun run) {
    add("JMH", distinct(run, JmhSetting::jmhVersion));
    add("JDK of the forks", distinct(run, s -> s.jdkVersion() + ", " + s.vm()));
    add("flags of the forks", distinct(run, s -> String.join(" ", s.jvmArguments())));
    add("iterations of a fork", distinct(run, JmhSetting::iterations));
  }

  private static String distinct(ReportedRun run, Function<JmhSetting, String> what) {
    return run.results().stream()
        .map(result -> what.apply(result.setting()))
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining("; "));
  }

  private void add(String what, String value) {
    String plain = value.replaceAll("^[, ]+|[, ]+$", "");
    if (!plain.isEmpty() && !plain.matches("unknown(, unknown)*")) {
      table.add(List.of(what, plain));
    }
  }
}
