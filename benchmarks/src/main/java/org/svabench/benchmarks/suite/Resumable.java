package org.svabench.benchmarks.suite;

import java.nio.file.Path;
import java.util.Objects;
import org.svabench.results.input.BadInput;
import org.svabench.results.run.BuildRecord;
import org.svabench.results.run.JavaRecord;
import org.svabench.results.run.MachineRecord;
import org.svabench.results.run.RunRecord;

/** Whether a run may be taken up here: forks of other code or machines must not be mixed. */
final class Resumable {
  private Resumable() {}

  /**
   * Compares what the run began with and what is here.
   *
   * @throws BadInput naming the first difference
   */
  static void check(
      Path folder, RunRecord run, BuildRecord build, MachineRecord machine, JavaRecord java) {
    if (!run.parts().isEmpty()) {
      throw new BadInput(
          "--resume "
              + folder
              + ": merged from parts; resume the part that is not finished, and merge again");
    }
    same(folder, "another jar", run.build().sha256(), build.sha256());
    same(folder, "another JVM", run.java().vm(), java.vm());
    same(folder, "other JVM arguments", run.java().flags(), java.flags());
    same(folder, "another CPU", run.machine().cpu(), machine.cpu());
    same(folder, "another number of CPUs", run.machine().cpus(), machine.cpus());
    same(folder, "another operating system", run.machine().os(), machine.os());
  }

  private static void same(Path folder, String what, Object then, Object now) {
    if (!Objects.equals(then, now)) {
      throw new BadInput(
          "--resume "
              + folder
              + ": "
              + what
              + " than it began with ("
              + then
              + ", here "
              + now
              + "); start a new run");
    }
  }
}
