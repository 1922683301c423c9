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
   * @throws BadInput in JMH's words, on one line
   */
  public static JmhOptions parse(List<String> arguments) {
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

  @Override
  public List<ProfilerConfig> getProfilers() {
    return OurProfilers.before(super.getProfilers());
  }
}
