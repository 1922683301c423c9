package org.svabench.results.doctor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.svabench.results.input.PrettyJson;
import org.svabench.results.run.Diagnosis;
import org.svabench.results.run.MachineRecord;
import org.svabench.results.run.Verdict;
import org.svabench.results.table.Table;

/** What the doctor found, for people and for programs. */
public final class DoctorReport {
  /** Of the shape of the JSON. */
  public static final int SCHEMA_VERSION = 1;

  private DoctorReport() {}

  /**
   * For a screen.
   *
   * @param machine examined
   * @return lines, each ended
   */
  public static String text(MachineRecord machine) {
    Table table = new Table(4, List.of("verdict", "point", "found", "what it means"));
    for (Diagnosis diagnosis : machine.diagnoses()) {
      table.add(
          List.of(
              diagnosis.verdict().word(),
              diagnosis.point(),
              diagnosis.found(),
              diagnosis.meaning()));
    }
    return machine.os()
        + ", "
        + machine.architecture()
        + ", "
        + machine.cpu()
        + (machine.hypervisor() ? ", in a virtual machine" : "")
        + "\n\n"
        + table.toText()
        + "\n"
        + summary(machine.diagnoses());
  }

  private static String summary(List<Diagnosis> diagnoses) {
    long bad = diagnoses.stream().filter(d -> d.verdict() == Verdict.BAD).count();
    long mind = diagnoses.stream().filter(d -> d.verdict() == Verdict.MIND).count();
    long unknown = diagnoses.stream().filter(d -> d.verdict() == Verdict.UNKNOWN).count();
    return bad
        + " bad, "
        + mind
        + " to mind, "
        + unknown
        + " unknown of "
        + diagnoses.size()
        + " points. Counts are exact on any machine; this is about times.\n";
  }

  /**
   * For programs.
   *
   * @param machine examined
   * @return one JSON object with {@code schemaVersion} and the machine record as in {@code
   *     run.json}
   */
  public static String json(MachineRecord machine) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("schemaVersion", SCHEMA_VERSION);
    report.put("machine", machine);
    return PrettyJson.of(report);
  }
}
