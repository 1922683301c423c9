package org.svabench.benchmarks.baseline;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.svabench.benchmarks.scenario.Scenario;
import org.svabench.model.Design;
import org.svabench.model.Designs;
import org.svabench.model.topology.Topology;
import org.svabench.results.baseline.Baseline;
import org.svabench.results.input.InputFile;

/**
 * Totals of long scripted scenarios through reader, model and writer: binds, unbinds,
 * notifications, forks and exits of a few mms in an order drawn from a fixed seed.
 */
final class ScenarioFigures {
  private static final int OPERATIONS = 1000;
  private static final int MMS = 4;

  private final Random random;
  private final int devices;
  private final List<String> lines = new ArrayList<>();
  private final List<Living> living = new ArrayList<>();
  private int mms;
  private int handles;

  private ScenarioFigures(Design design, long seed) {
    Topology topology = Machines.nativeTo(design);
    this.random = new Random(seed);
    this.devices = topology.deviceCount();
    lines.add(
        line(
            "{\"format\":\"sva-vectors/1\",\"topology\":\"%s\",\"model\":\"%s\"}",
            topology.name(), design.name()));
  }

  /** An mm with the handle of each device that is bound to it. */
  private record Living(int mm, Map<Integer, Integer> handleOf) {}

  static Baseline compute() {
    Map<String, Map<String, Object>> rows = new TreeMap<>();
    for (Design design : Designs.all()) {
      for (long seed = 1; seed <= 2; seed++) {
        rows.put(
            Machines.nativeTo(design).name() + " " + design.name() + " seed " + seed,
            totals(new ScenarioFigures(design, seed).script()));
      }
    }
    return Baseline.of(
        "scenarios",
        "Totals of "
            + OPERATIONS
            + " scripted operations, in the letters of the scenario format (P, A, D, C) and in"
            + " submissions.",
        rows);
  }

  private static Map<String, Object> totals(List<String> script) {
    byte[] lines = String.join("\n", script).getBytes(StandardCharsets.UTF_8);
    List<String> outcomes = new ArrayList<>();
    Scenario.run(InputFile.of("script", lines), outcomes::add);
    return totals(outcomes.get(outcomes.size() - 1));
  }

  private static Map<String, Object> totals(String end) {
    JsonObject line = JsonParser.parseString(end).getAsJsonObject();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("ops", line.get("ops").getAsLong());
    line.getAsJsonObject("tot")
        .entrySet()
        .forEach(total -> figures.put(total.getKey(), total.getValue().getAsLong()));
    return figures;
  }

  private List<String> script() {
    while (lines.size() <= OPERATIONS) {
      if (living.size() < MMS) {
        start(line("{\"op\":\"mm\",\"mm\":%d}", mms));
      } else {
        perform(living.get(random.nextInt(living.size())));
      }
    }
    return lines;
  }

  private void start(String line) {
    lines.add(line);
    living.add(new Living(mms++, new TreeMap<>()));
  }

  private void perform(Living mm) {
    int dice = random.nextInt(100);
    int device = random.nextInt(devices);
    if (dice < 30) {
      bindOrUnbind(mm, device);
    } else if (dice < 97) {
      long pages = 1L << random.nextInt(7);
      long start = (0x7f00_0000L + random.nextInt(1 << 20)) << 12;
      lines.add(
          line(
              "{\"op\":\"inv\",\"mm\":%d,\"s\":\"0x%x\",\"e\":\"0x%x\"}",
              mm.mm, start, start + (pages << 12)));
    } else if (dice < 98) {
      start(line("{\"op\":\"fork\",\"mm\":%d,\"child\":%d}", mm.mm, mms));
    } else {
      lines.add(line("{\"op\":\"exit\",\"mm\":%d}", mm.mm));
      mm.handleOf.values().forEach(handle -> lines.add(unbind(handle)));
      living.remove(mm);
    }
  }

  private void bindOrUnbind(Living mm, int device) {
    Integer handle = mm.handleOf.remove(device);
    if (handle != null) {
      lines.add(unbind(handle));
    } else {
      lines.add(line("{\"op\":\"bind\",\"mm\":%d,\"dev\":%d}", mm.mm, device));
      mm.handleOf.put(device, handles++);
    }
  }

  private static String unbind(int handle) {
    return line("{\"op\":\"unbind\",\"h\":%d}", handle);
  }

  private static String line(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
