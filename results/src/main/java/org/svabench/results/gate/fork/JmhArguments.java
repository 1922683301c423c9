package org.svabench.results.gate.fork;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.svabench.results.gate.agent.TurnstileProfiler;
import org.svabench.results.gate.record.Shape;
import org.svabench.results.jmh.ResultKey;

/** JMH's command line for one fork per row. Not for concurrent use. */
final class JmhArguments {
  private final Path result;
  private final Environment environment;
  private final List<String> rows = new ArrayList<>();
  private final List<String> profilers = new ArrayList<>();

  JmhArguments(Path result, Environment environment) {
    this.result = result;
    this.environment = environment;
  }

  JmhArguments onlyBenchmark(String benchmark) {
    rows.add("^" + Pattern.quote(benchmark) + "$");
    return this;
  }

  JmhArguments onlyRow(ResultKey row) {
    onlyBenchmark(row.benchmark());
    rows.addAll(List.of("-bm", row.mode()));
    row.params().forEach((name, value) -> rows.addAll(List.of("-p", name + "=" + value)));
    return this;
  }

  /** Values as the user listed them, separated by commas. */
  JmhArguments parameters(Map<String, String> values) {
    values.forEach((name, list) -> rows.addAll(List.of("-p", name + "=" + list)));
    return this;
  }

  /** The turnstile's profiler comes first: it starts before and stops after all others. */
  JmhArguments takingTurns() {
    profilers.addAll(List.of("-prof", TurnstileProfiler.class.getName()));
    return this;
  }

  List<String> oneFork(Shape shape) {
    String window = shape.windowMillis() + "ms";
    List<String> arguments = new ArrayList<>(rows);
    arguments.addAll(List.of("-f", "1", "-wf", "0", "-foe", "true"));
    arguments.addAll(List.of("-rf", "json", "-rff", result.toString()));
    arguments.addAll(List.of("-wi", "" + shape.warmups(), "-i", "" + shape.measurements()));
    arguments.addAll(List.of("-w", window, "-r", window));
    arguments.addAll(profilers);
    arguments.addAll(List.of("-prof", "gc"));
    environment.profilers().forEach(name -> arguments.addAll(List.of("-prof", name)));
    if (!environment.jvmArguments().isEmpty()) {
      arguments.addAll(List.of("-jvmArgsPrepend", environment.jvmArguments()));
    }
    return arguments;
  }
}
