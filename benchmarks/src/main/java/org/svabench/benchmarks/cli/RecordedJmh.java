package org.svabench.benchmarks.cli;

import java.nio.file.Path;
import java.util.List;
import org.svabench.benchmarks.jmh.JmhOptions;
import org.svabench.benchmarks.suite.ForkFailed;
import org.svabench.benchmarks.suite.SuiteSession;
import org.svabench.benchmarks.suite.Suites;
import org.svabench.results.input.BadInput;
import org.svabench.results.run.RunDirectory;
import org.svabench.results.run.RunState;
import picocli.CommandLine;

/** JMH patterns and options with {@code --out DIR}: what they select is run and kept as a run. */
final class RecordedJmh {
  private final List<String> jmhArguments;
  private final Path parent;
  private final String label;

  private RecordedJmh(List<String> jmhArguments, Path parent, String label) {
    this.jmhArguments = jmhArguments;
    this.parent = parent;
    this.label = label;
  }

  /** Takes {@code --out} and {@code --label} out of the arguments; null where there is no out. */
  static RecordedJmh of(List<String> arguments) {
    String out = take("--out", arguments);
    String label = take("--label", arguments);
    if (out == null) {
      if (label != null) {
        throw new BadInput("--label names the folder of a run; give --out DIR with it");
      }
      return null;
    }
    String name = label == null ? Suites.SELECTED : label;
    RunDirectory.checkLabel(name);
    try {
      return new RecordedJmh(arguments, OptionTypes.path(out), name);
    } catch (CommandLine.TypeConversionException e) {
      throw new BadInput("--out: " + e.getMessage());
    }
  }

  private static String take(String option, List<String> arguments) {
    int at = arguments.indexOf(option);
    if (at < 0) {
      return null;
    }
    if (at + 1 == arguments.size()) {
      throw new BadInput(option + ": a value is missing");
    }
    arguments.remove(at);
    return arguments.remove(at);
  }

  int run() throws ForkFailed {
    RunState state =
        new SuiteSession(System.out, Terminal.onStandardOutput())
            .start(
                Suites.selected(JmhOptions.parse(jmhArguments)),
                jmhArguments,
                parent,
                label,
                Suites.DEFAULT_SEED,
                null);
    return state == RunState.FINISHED ? ExitCode.GOOD : ExitCode.NOT_FINISHED;
  }
}
