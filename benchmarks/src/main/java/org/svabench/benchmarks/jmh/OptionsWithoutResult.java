package org.svabench.benchmarks.jmh;

import java.util.List;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.util.Optional;

/** Options of runs whose results are written by us: JMH is asked for no file of them. */
public class OptionsWithoutResult extends JmhOptions {
  private static final long serialVersionUID = 1L;

  /**
   * Reads JMH's options.
   *
   * @param arguments as given
   * @throws CommandLineOptionException in JMH's words
   */
  protected OptionsWithoutResult(List<String> arguments) throws CommandLineOptionException {
    super(arguments);
  }

  @Override
  public final Optional<ResultFormatType> getResultFormat() {
    return Optional.none();
  }

  @Override
  public final Optional<String> getResult() {
    return Optional.none();
  }
}
