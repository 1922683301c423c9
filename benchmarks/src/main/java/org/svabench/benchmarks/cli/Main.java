package org.svabench.benchmarks.cli;

import org.svabench.results.input.BadInput;
import picocli.CommandLine;

/** The entry point of {@code benchmarks.jar}. */
public final class Main {
  /** Bad usage or bad input. */
  static final int BAD_INPUT = 2;

  private Main() {}

  /**
   * Runs a command of ours, or JMH.
   *
   * @param arguments the command line
   * @throws Exception whatever JMH throws
   */
  public static void main(String[] arguments) throws Exception {
    CommandLine commands = commandLine();
    if (arguments.length > 0 && commands.getSubcommands().containsKey(arguments[0])) {
      System.exit(commands.execute(arguments));
    }
    org.openjdk.jmh.Main.main(arguments);
  }

  static CommandLine commandLine() {
    CommandLine commands = new CommandLine(new Svabench());
    commands.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          if (failure instanceof BadInput) {
            command.getErr().println("svabench: " + failure.getMessage());
            return BAD_INPUT;
          }
          throw failure;
        });
    commands.setParameterExceptionHandler(
        (failure, unused) -> {
          failure.getCommandLine().getErr().println("svabench: " + failure.getMessage());
          return BAD_INPUT;
        });
    return commands;
  }
}
