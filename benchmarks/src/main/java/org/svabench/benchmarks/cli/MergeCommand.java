package org.svabench.benchmarks.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.svabench.benchmarks.suite.MergedRun;
import org.svabench.results.run.DiskFault;
import org.svabench.results.run.RunDirectory;
import org.svabench.results.run.RunState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes one run of the parts of a sharded one. */
@Command(
    name = "merge",
    sortOptions = false,
    description = {
      "Makes one run of the parts that suite --shard K/N made, with a machine record per part.",
      "Parts of another suite, seed, jar or JVM are refused, and a part that is given twice.",
      "Where parts are missing or not finished, what there is is merged and the exit code is 5."
    },
    footer = {
      "",
      "Example: java -jar benchmarks.jar merge results/runs/*-full-*of8 --out results/merged"
    })
final class MergeCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "RUN", description = "folders of the parts")
  private List<Path> runs;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "parent of the merged run's folder (default: results/runs)")
  private Path out = RunDirectory.DEFAULT_PARENT;

  @Option(
      names = "--label",
      paramLabel = "LABEL",
      description = "last part of the folder's name (default: the suite's name)")
  private String label;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Override
  public Integer call() {
    if (label != null) {
      RunDirectory.checkLabel(label);
    }
    try {
      MergedRun merged = MergedRun.of(runs);
      System.out.println(merged.write(out, label));
      if (merged.state() == RunState.FINISHED) {
        return ExitCode.GOOD;
      }
      System.err.println("svabench: the merged run is not finished: " + merged.reason());
    } catch (IOException e) {
      System.err.println("svabench: cannot merge into " + out + ": " + DiskFault.in(e));
    }
    return ExitCode.NOT_FINISHED;
  }
}
