package org.svabench.benchmarks.cli;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.svabench.benchmarks.jmh.JmhFailure;
import org.svabench.benchmarks.jmh.JmhOptions;
import org.svabench.benchmarks.jmh.Selection;
import org.svabench.benchmarks.suite.ForkFailed;
import org.svabench.benchmarks.suite.KnownValues;
import org.svabench.benchmarks.suite.ResultFile;
import org.svabench.results.input.BadInput;
import org.svabench.results.run.MachineLock;

/**
 * JMH's own command line: every option and pattern means what it means to JMH. Ours are the
 * profilers it runs with, one line instead of a stack trace, and the exit codes.
 */
final class JmhCommandLine {
  private final List<String> arguments;

  JmhCommandLine(List<String> arguments) {
    this.arguments = arguments;
  }

  int run() throws IOException, ForkFailed {
    JmhOptions options = JmhOptions.parse(arguments);
    boolean any = !Selection.of(options.getIncludes(), options.getExcludes()).isEmpty();
    if (options.shouldHelp()) {
      options.showHelp();
      System.out.println("\nBesides JMH's options there are commands of ours: see --help.");
    } else if (options.shouldList()) {
      new Runner(options).list();
    } else if (options.shouldListWithParams()) {
      new Runner(options).listWithParams(options);
    } else if (options.shouldListProfilers()) {
      options.listProfilers();
    } else if (options.shouldListResultFormats()) {
      options.listResultFormats();
    } else if (any) {
      return measure(options);
    } else {
      throw new BadInput(
          "no benchmark matches " + String.join(" ", options.getIncludes()) + "; -l lists them");
    }
    return ExitCode.GOOD;
  }

  private int measure(JmhOptions options) throws ForkFailed {
    KnownValues.check(options);
    ResultFile results = ResultFile.of(options);
    results.check();
    CountingFormat counting = new CountingFormat();
    JmhOutput output = new JmhOutput(options.getOutput());
    try {
      Collection<RunResult> measured =
          new Runner(
                  JmhOptions.withoutResult(arguments),
                  counting.over(
                      OutputFormatFactory.createFormatInstance(
                          output.stream(), options.verbosity().orElse(Defaults.VERBOSITY))))
              .run();
      String file = results.write(measured);
      if (file != null) {
        output.stream().println("\nBenchmark result is saved to " + file);
      }
    } catch (RunnerException e) {
      System.err.println(
          "svabench: " + (JmhFailure.isLocked(e) ? MachineLock.busy() : JmhFailure.message(e)));
      return ExitCode.NOT_FINISHED;
    }
    if (counting.incomplete() > 0) {
      System.err.println(
          "svabench: "
              + counting.incomplete()
              + (counting.incomplete() == 1 ? " benchmark" : " benchmarks")
              + " failed; JMH's output above says why");
      return ExitCode.NOT_FINISHED;
    }
    if (output.fault() != null) {
      System.err.println("svabench: " + output.fault());
      return ExitCode.NOT_FINISHED;
    }
    return ExitCode.GOOD;
  }
}
