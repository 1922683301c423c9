package org.svabench.benchmarks.cli;

import java.util.List;
import org.svabench.benchmarks.suite.RunningJar;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The root of our commands; each command is a class of its own. */
@Command(
    name = "java -jar benchmarks.jar",
    sortOptions = false,
    versionProvider = Svabench.Version.class,
    synopsisHeading = "",
    customSynopsis = {
      "Usage: java -jar benchmarks.jar                         the headline suite",
      "       java -jar benchmarks.jar COMMAND [OPTIONS]       a command below; each has --help",
      "       java -jar benchmarks.jar [JMH OPTIONS] [REGEX]   JMH; -h lists its options"
    },
    description = {
      "",
      "What an mmu-notifier invalidation costs, shared against per-group SVA domains.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  java -jar benchmarks.jar",
      "  java -jar benchmarks.jar suite smoke -prof gc",
      "  java -jar benchmarks.jar NotifierInvalidation.onePage -p topology=spr-1s-dsa -f 1",
      "  java -jar benchmarks.jar BindUnbind -rf json -rff bind.json",
      "",
      "Exit codes: 0 good, 1 the answer is no, 2 bad usage or input, 3 inconclusive,",
      "4 invalid measurement, 5 not finished or a benchmark failed, 128+n signal n."
    })
final class Svabench implements Runnable {
  private static final List<Class<?>> COMMANDS =
      List.of(
          SuiteCommand.class,
          MergeCommand.class,
          CompareCommand.class,
          FanOutCommand.class,
          SimulateCommand.class,
          ValidateCommand.class,
          ScenarioCommand.class,
          VerifyCommand.class,
          ReplayCommand.class,
          CalibrateCommand.class,
          GateCommand.class,
          ReportCommand.class,
          DoctorCommand.class,
          ExportCommand.class,
          ImportCommand.class);

  @Option(names = "--help", usageHelp = true, description = "show this help")
  private boolean help;

  @Option(names = "--version", versionHelp = true, description = "show version, JMH and JDK")
  private boolean version;

  @Spec private CommandSpec spec;

  /**
   * The command line for a first word. With the name of a command it knows that one only, since
   * looking through all of them takes longer than many a command runs; otherwise it knows all.
   */
  static CommandLine commandLine(String first) {
    CommandLine commands = new CommandLine(new Svabench());
    for (Class<?> command : COMMANDS) {
      if (name(command).equals(first)) {
        return commands.addSubcommand(command);
      }
    }
    COMMANDS.forEach(commands::addSubcommand);
    return commands;
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  @Override
  public void run() {
    CommandLine.usage(spec, System.out);
  }

  /** What {@code --version} says. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "svabench " + RunningJar.version() + " (" + RunningJar.revision() + ")",
        org.openjdk.jmh.util.Version.getVersion(),
        "JDK "
            + System.getProperty("java.version")
            + ", "
            + System.getProperty("java.vm.name")
            + " "
            + System.getProperty("java.vm.version")
      };
    }
  }
}
