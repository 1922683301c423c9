package org.svabench.benchmarks.jmh;

import java.util.List;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import org.svabench.results.input.BadInput;

/** JMH's options as given, with our profilers. */
public class JmhOptions extends CommandLineOptions {
  private static final long serialVersionUID = 1L;

  /**
   * Reads JMH's options.
   *
   * @param arguments as given
   * @throws CommandLineOptionException in JMH's words
   */
  protected JmhOptions(List<String> arguments) throws CommandLineOptionException {
    super(arguments.toArray(new String[0]));
  }

  /**
   * Reads JMH's options.
   *
   * @param arguments as given
   * @return parsed
   * @throws BadInput in JMH's words, on one line; or where JMH would take a value for another
   */
  public static JmhOptions parse(List<String> arguments) {
    JmhOptions options = read(arguments);
    StrictValues.check(arguments, options);
    StrictValues.checkProfilers(options.given());
    return options;
  }

  /**
   * The options without {@code -rf} and {@code -rff}: JMH does not notice where its result file
   * cannot be written, so it is written by others.
   *
   * @param arguments that {@link #parse} took
   * @return parsed
   */
  public static JmhOptions withoutResult(List<String> arguments) {
    try {
      return new OptionsWithoutResult(arguments);
    } catch (CommandLineOptionException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static JmhOptions read(List<String> arguments) {
    try {
      return new JmhOptions(arguments);
    } catch (CommandLineOptionException | IllegalStateException e) {
      throw new BadInput(
          String.join(" ", arguments)
              + ": "
              + e.getMessage().lines().findFirst().orElse("not JMH's options")
              + "; -h lists JMH's options");
    }
  }

  private List<ProfilerConfig> given() {
    return super.getProfilers();
  }

  @Override
  public List<ProfilerConfig> getProfilers() {
    return OurProfilers.before(super.getProfilers());
  }
}
