package org.svabench.results.exchange;

import java.nio.file.Files;
import org.svabench.results.gate.Gate;
import org.svabench.results.input.BadInput;

/** The verdict of a gate run, judged anew from its kept pairs, as JUnit's XML. */
final class GateJunit {
  private GateJunit() {}

  static Export export(Exported source, ExportOptions options) {
    if (!Files.isRegularFile(source.path().resolve("plan.json"))) {
      throw new BadInput(
          source.path()
              + ": not a gate run; --format junit takes the folder of one, which holds plan.json"
              + " and pairs/");
    }
    return Export.of(Gate.junitXml(source.path()), 0);
  }
}
