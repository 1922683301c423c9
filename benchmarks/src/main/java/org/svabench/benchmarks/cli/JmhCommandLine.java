package org.svabench.benchmarks.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.ProfilersFailedException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.svabench.benchmarks.jmh.JmhFailure;
import org.svabench.benchmarks.jmh.JmhOptions;
import org.svabench.benchmarks.jmh.Selection;
import org.svabench.benchmarks.suite.KnownValues;
import org.svabench.results.input.BadInput;
import org.svabench.results.run.MachineLock;

/**
 * JMH's own command line: every option and pattern means what it means to JMH. Ours are the
 * profilers it runs with, one line instead of a stack trace, and the exit codes.
 */
final class JmhCommandLine {
  private static final String CANNOT_TOUCH = "Can not touch the result file";

  private final List<String> arguments;

  JmhCommandLine(List<String> arguments) {
    this.arguments = arguments;
  }

  int run() throws IOException {
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

  private static int measure(JmhOptions options) {
    KnownValues.check(options);
    CountingFormat counting = new CountingFormat();
    PrintStream out = output(options);
    try {
      new Runner(
              options,
              counting.over(
                  OutputFormatFactory.createFormatInstance(
                      out, options.verbosity().orElse(Defaults.VERBOSITY))))
          .run();
    } catch (ProfilersFailedException e) {
      throw new BadInput("-prof: " + JmhFailure.profiler(e) + "; -lprof lists profilers");
    } catch (RunnerException e) {
      return failed(e);
    } finally {
      out.flush();
    }
    if (counting.incomplete() > 0) {
      System.err.println(
          "svabench: "
              + counting.incomplete()
              + (counting.incomplete() == 1 ? " benchmark" : " benchmarks")
              + " failed; JMH's output above says why");
      return ExitCode.NOT_FINISHED;
    }
    return ExitCode.GOOD;
  }

  private static int failed(RunnerException e) {
    String message = JmhFailure.message(e);
    if (message.startsWith(CANNOT_TOUCH)) {
      throw new BadInput("-rff: cannot write" + message.substring(message.indexOf(':') + 1));
    }
    System.err.println("svabench: " + (JmhFailure.isLocked(e) ? MachineLock.busy() : message));
    return ExitCode.NOT_FINISHED;
  }

  /** JMH closes its output at the end of a run; ours must outlive it. */
  private static PrintStream output(JmhOptions options) {
    if (!options.getOutput().hasValue()) {
      return new PrintStream(
          new KeptOpen(System.out), true, java.nio.charset.Charset.defaultCharset());
    }
    try {
      return new PrintStream(options.getOutput().get());
    } catch (FileNotFoundException e) {
      throw new BadInput("-o " + options.getOutput().get() + ": cannot write there");
    }
  }
}
