package org.svabench.benchmarks.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.svabench.benchmarks.jmh.Selection;
import org.svabench.benchmarks.suite.ForkFailed;
import org.svabench.benchmarks.suite.Suites;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.Nearest;
import picocli.CommandLine;

/**
 * The entry point of {@code benchmarks.jar}. The first word decides: nothing runs the headline
 * suite, a command of ours is that command, everything else is JMH.
 */
public final class Main {
  private static final Set<String> OUR_OPTIONS = Set.of("--help", "--version");

  private static final int HELP_WIDTH = 100;

  private Main() {}

  /**
   * Runs what the command line asks for and exits with one of {@link ExitCode}.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    System.exit(StandardOutput.code(run(arguments)));
  }

  static int run(String... arguments) {
    CommandLine commands = commandLine(arguments);
    try {
      return run(commands, arguments);
    } catch (OutOfMemoryError e) {
      // The work was done by this thread, and its objects are garbage now.
      return say(
          commands,
          "not enough memory: the heap has "
              + (Runtime.getRuntime().maxMemory() >> 20)
              + " MiB; give java a larger -Xmx, or less input",
          ExitCode.BAD_INPUT);
    } catch (StackOverflowError e) {
      return say(commands, "an option or a file is nested too deeply", ExitCode.BAD_INPUT);
    }
  }

  private static int run(CommandLine commands, String... arguments) {
    if (arguments.length == 0) {
      return commands.execute("suite", Suites.DEFAULT);
    }
    String first = arguments[0];
    if (OUR_OPTIONS.contains(first) || commands.getSubcommands().containsKey(first)) {
      return commands.execute(arguments);
    }
    try {
      return jmh(first, arguments, commands);
    } catch (BadInput e) {
      return say(commands, e.getMessage(), ExitCode.BAD_INPUT);
    } catch (ForkFailed e) {
      return say(commands, e.getMessage(), ExitCode.NOT_FINISHED);
    } catch (IOException e) {
      return say(commands, "cannot write: " + e.getMessage(), ExitCode.NOT_FINISHED);
    }
  }

  private static int jmh(String first, String[] arguments, CommandLine commands)
      throws IOException, ForkFailed {
    if (!first.startsWith("-") && Selection.of(List.of(first), List.of()).isEmpty()) {
      throw new BadInput(
          first
              + ": no command and no benchmark of this name; "
              + Nearest.hint(first, commands.getSubcommands().keySet()));
    }
    RecordedJmh recorded = RecordedJmh.of(new ArrayList<>(Arrays.asList(arguments)));
    return recorded == null ? new JmhCommandLine(List.of(arguments)).run() : recorded.run();
  }

  private static int say(CommandLine commands, String message, int code) {
    commands.getErr().println("svabench: " + message);
    return code;
  }

  /**
   * The command line as {@link Svabench#commandLine} makes it, with our answers to what is wrong.
   */
  static CommandLine commandLine(String... arguments) {
    CommandLine commands = Svabench.commandLine(arguments.length == 0 ? "suite" : arguments[0]);
    commands.setUsageHelpWidth(HELP_WIDTH);
    // A file's name may start with @; it is not a file of arguments.
    commands.setExpandAtFiles(false);
    OptionTypes.of(commands);
    commands.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          if (failure instanceof BadInput) {
            return say(command, failure.getMessage(), ExitCode.BAD_INPUT);
          }
          throw failure;
        });
    commands.setParameterExceptionHandler(
        (failure, unused) -> say(failure.getCommandLine(), oneLine(failure), ExitCode.BAD_INPUT));
    return commands;
  }

  private static String oneLine(CommandLine.ParameterException failure) {
    String command = failure.getCommandLine().getCommandName();
    List<String> lines = failure.getMessage().lines().toList();
    return new BadInput(command + ": " + lines.get(0)).getMessage()
        + "; see "
        + command
        + " --help";
  }
}
