package org.svabench.benchmarks.jmh;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.profile.ProfilerFactory;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.Nearest;

/**
 * Refuses values that JMH takes for something else without a word: a misspelt parameter for none,
 * {@code yes} for false, digits of another script for digits; and what it would find in a fork.
 */
final class StrictValues {
  private static final List<String> NUMBERS =
      List.of("-i", "-bs", "-wi", "-wbs", "-t", "-f", "-wf", "-tg", "-opi", "-r", "-w", "-to");
  private static final List<String> SWITCHES = List.of("-si", "-gc", "-foe");
  private static final List<String> NOT_ZERO = List.of("-r", "-to");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+ *[A-Za-z]*(,[0-9]+)*|max");
  private static final Pattern PARAMETER =
      Pattern.compile("(?<name>[^=]+)=(?<values>[^,]+(,[^,]+)*)");

  private StrictValues() {}

  /**
   * Checks what the user gave.
   *
   * @param arguments as given
   * @param options what JMH made of them
   * @throws BadInput naming the option
   */
  static void check(List<String> arguments, CommandLineOptions options) {
    for (String option : NUMBERS) {
      for (String value : GivenValues.of(option, arguments)) {
        require(NUMBER.matcher(value).matches(), option, value, "not a number; -h shows the form");
        require(
            !NOT_ZERO.contains(option) || !value.matches("0+ *[A-Za-z]*"),
            option,
            value,
            "must be above 0");
      }
    }
    for (String option : SWITCHES) {
      for (String value : GivenValues.of(option, arguments)) {
        require(value.equals("true") || value.equals("false"), option, value, "true or false");
      }
    }
    for (String pattern : options.getWarmupIncludes()) {
      checkRegex("-wmb", pattern);
    }
    for (String pattern : GivenValues.of("-e", arguments)) {
      checkRegex("-e", pattern);
    }
    for (String pattern : options.getIncludes()) {
      if (pattern.isEmpty()) {
        throw new BadInput("the pattern is empty; without one all benchmarks are meant");
      }
    }
    checkParameters(arguments, options);
    GivenValues.of("-jvm", arguments).forEach(StrictValues::checkJvm);
  }

  /**
   * Checks that every profiler of the user can be had.
   *
   * @param profilers as given
   * @throws BadInput naming the first that cannot
   */
  static void checkProfilers(List<ProfilerConfig> profilers) {
    for (ProfilerConfig profiler : profilers) {
      try {
        ProfilerFactory.getProfilerOrException(profiler);
      } catch (ProfilerException e) {
        throw new BadInput(
            "-prof "
                + profiler.getKlass()
                + (profiler.getOpts().isEmpty() ? "" : ":" + profiler.getOpts())
                + ": "
                + JmhFailure.profiler(e)
                + "; -lprof lists profilers");
      }
    }
  }

  private static void require(boolean right, String option, String value, String what) {
    if (!right) {
      throw new BadInput(option + " " + value + ": " + what);
    }
  }

  private static void checkRegex(String option, String pattern) {
    require(!pattern.isEmpty(), option, pattern, "the expression is empty");
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw new BadInput(
          option + " " + pattern + ": not a regular expression: " + e.getDescription());
    }
  }

  private static void checkParameters(List<String> arguments, CommandLineOptions options) {
    List<String> given = GivenValues.of("-p", arguments);
    if (given.isEmpty()) {
      return;
    }
    Set<String> known = new TreeSet<>();
    for (BenchmarkListEntry entry : Selection.of(options.getIncludes(), options.getExcludes())) {
      if (entry.getParams().hasValue()) {
        known.addAll(entry.getParams().get().keySet());
      }
    }
    for (String value : given) {
      var parameter = PARAMETER.matcher(value);
      require(parameter.matches(), "-p", value, "write NAME=VALUE or NAME=VALUE,VALUE");
      String name = parameter.group("name");
      if (!known.isEmpty() && !known.contains(name)) {
        throw new BadInput(
            "-p " + value + ": no such parameter of the benchmarks; " + Nearest.hint(name, known));
      }
    }
  }

  private static void checkJvm(String command) {
    try {
      Path path = Path.of(command);
      boolean found =
          path.getNameCount() > 1 || path.isAbsolute()
              ? runs(path)
              : Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                  .anyMatch(folder -> runs(Path.of(folder, command)));
      require(found && !command.isEmpty(), "-jvm", command, "not a program; name a JDK's bin/java");
    } catch (InvalidPathException e) {
      throw new BadInput("-jvm " + command + ": not a program; name a JDK's bin/java");
    }
  }

  private static boolean runs(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }
}
