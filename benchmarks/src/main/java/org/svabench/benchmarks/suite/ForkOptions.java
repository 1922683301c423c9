package org.svabench.benchmarks.suite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Optional;
import org.svabench.benchmarks.jmh.OptionsWithoutResult;

/** The user's JMH options, narrowed to one fork of one row. */
final class ForkOptions extends OptionsWithoutResult {
  private static final long serialVersionUID = 1L;
  private static final TimeValue GIVE_UP_AFTER = TimeValue.seconds(60);

  private final Row row;

  ForkOptions(Row row, List<String> arguments) throws CommandLineOptionException {
    super(arguments);
    this.row = row;
  }

  @Override
  public List<String> getIncludes() {
    return List.of("^" + Pattern.quote(row.benchmark()) + "$");
  }

  @Override
  public List<String> getExcludes() {
    return List.of();
  }

  @Override
  public Optional<Collection<String>> getParameter(String name) {
    return row.params().containsKey(name)
        ? Optional.of(List.of(row.params().get(name)))
        : Optional.none();
  }

  @Override
  public Optional<Integer> getForkCount() {
    return Optional.of(1);
  }

  @Override
  public Optional<Integer> getWarmupForkCount() {
    return Optional.of(0);
  }

  @Override
  public Optional<Integer> getWarmupIterations() {
    return Optional.of(row.shape().warmups());
  }

  @Override
  public Optional<Integer> getMeasurementIterations() {
    return Optional.of(row.shape().measurements());
  }

  @Override
  public Optional<TimeValue> getWarmupTime() {
    return Optional.of(row.shape().warmup());
  }

  @Override
  public Optional<TimeValue> getMeasurementTime() {
    return Optional.of(row.shape().measurement());
  }

  @Override
  public Optional<TimeValue> getTimeout() {
    return Optional.of(timeout());
  }

  /** How long an iteration may take beyond its time. */
  TimeValue timeout() {
    return super.getTimeout().orElse(GIVE_UP_AFTER);
  }

  /** A fork ends with its runner, however that ends. */
  @Override
  public List<ProfilerConfig> getProfilers() {
    List<ProfilerConfig> all = new ArrayList<>(super.getProfilers());
    all.add(new ProfilerConfig(OrphanGuard.class.getName()));
    return all;
  }

  @Override
  public Optional<Boolean> shouldFailOnError() {
    return Optional.of(true);
  }

  @Override
  public Optional<String> getOutput() {
    return Optional.none();
  }
}
