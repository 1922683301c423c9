package org.svabench.benchmarks.scenario;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.function.Consumer;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.InputFile;
import org.svabench.results.input.TextLines;

/** Runs the operations of a file through the model it names. Runs once; not for several threads. */
public final class Scenario {
  private final InputFile file;
  private final Consumer<String> outcomes;
  private final Consumer<String> mismatches;
  private ScenarioRun run;
  private boolean ended;
  private long found;

  private Scenario(InputFile file, Consumer<String> outcomes, Consumer<String> mismatches) {
    this.file = file;
    this.outcomes = outcomes;
    this.mismatches = mismatches;
  }

  /**
   * Runs the operations.
   *
   * @param file the file, gzipped or not
   * @param outcomes takes the lines of the file with every outcome field; the last one holds totals
   * @throws BadInput where the file cannot be read or a line is wrong; lines may have been taken
   *     before
   */
  public static void run(InputFile file, Consumer<String> outcomes) {
    new Scenario(file, outcomes, null).read();
  }

  /**
   * Runs the operations and compares each outcome with the recorded one. A line that is wrong is a
   * difference too, and is left out of the outcomes.
   *
   * @param file the file, gzipped or not
   * @param outcomes as in {@link #run}
   * @param mismatches takes {@code file:line: field: expected X, got Y} for each difference
   * @return how many operations there were, and how many differences
   * @throws BadInput where the file cannot be read, or its header is wrong
   */
  public static Tally check(
      InputFile file, Consumer<String> outcomes, Consumer<String> mismatches) {
    return new Scenario(file, outcomes, mismatches).read();
  }

  /**
   * The answer of a check.
   *
   * @param operations how many there were
   * @param mismatches in how many fields outcomes differ
   */
  public record Tally(long operations, long mismatches) {
    /**
     * Adds another file's.
     *
     * @param other the other
     * @return the sum
     */
    public Tally plus(Tally other) {
      return new Tally(operations + other.operations, mismatches + other.mismatches);
    }

    @Override
    public String toString() {
      return operations + " operations, " + mismatches + " mismatches";
    }
  }

  private Tally read() {
    try (TextLines lines = new TextLines(file)) {
      for (String text = lines.next(); text != null; text = lines.next()) {
        if (!text.isBlank()) {
          line(lines.number(), text);
        }
      }
    }
    if (run == null) {
      throw new BadInput(file.name(), 1, "the file is empty; its first line is a header");
    }
    outcomes.accept(run.end().toString());
    return new Tally(run.operations(), found);
  }

  private void line(long number, String text) {
    try {
      if (ended) {
        throw new ScenarioFault("nothing comes after the end line");
      }
      Fields line = Fields.ofLine(text);
      if (run == null) {
        ScenarioHeader header = ScenarioHeader.of(line);
        run = new ScenarioRun(header);
        outcomes.accept(header.line().toString());
      } else if (isEnd(line)) {
        ended = true;
        compare(number, line.object(), run.end());
      } else {
        JsonObject outcome = run.perform(line);
        outcomes.accept(outcome.toString());
        compare(number, line.object(), outcome);
      }
    } catch (ScenarioFault fault) {
      if (run == null || mismatches == null) {
        throw new BadInput(file.name(), number, fault.getMessage());
      }
      run.skip();
      mismatch(number, "line: expected " + Fields.shortened(text) + ", got " + fault.getMessage());
    }
  }

  private void compare(long number, JsonObject expected, JsonObject actual) {
    if (mismatches != null) {
      Comparison.of(expected, actual).forEach(difference -> mismatch(number, difference));
    }
  }

  private void mismatch(long number, String difference) {
    found++;
    mismatches.accept(file.name() + ":" + number + ": " + difference);
  }

  private static boolean isEnd(Fields line) {
    JsonElement operation = line.object().get("op");
    return operation != null
        && operation.isJsonPrimitive()
        && operation.getAsString().equals("end");
  }
}
