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

  private Main() {}

  /**
   * Runs what the command line asks for and exits with one of {@link ExitCode}.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    CommandLine commands = commandLine();
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

  static CommandLine commandLine() {
    CommandLine commands = new CommandLine(new Svabench());
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
    return command + ": " + lines.get(0) + "; see " + command + " --help";
  }
}
