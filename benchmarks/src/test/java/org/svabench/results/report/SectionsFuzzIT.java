package org.svabench.results.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svabench.benchmarks.fuzz.Documents;
import org.svabench.benchmarks.fuzz.Fuzzing;
import org.svabench.benchmarks.fuzz.MemoryFolder;
import org.svabench.benchmarks.fuzz.Mutator;
import org.svabench.results.input.InputFile;
import org.svabench.results.input.JsonDocument;

/** Damaged documents of a report and of a site; some of them as whole pages, which take longer. */
class SectionsFuzzIT {
  private static final int PAGE_EVERY = 64;

  @TempDir(factory = MemoryFolder.class)
  private Path temporary;

  @Test
  void aDamagedDocumentIsShownOrRefused() throws InterruptedException {
    Fuzzing.of(
        "report",
        mutator(Documents.REPLAY, Documents.FANOUT),
        () -> {
          Path file = folder().resolve("damaged.json");
          return document -> {
            if (document.length % PAGE_EVERY == 0) {
              Files.write(file, document);
              Report.of(List.of(file), file.getParent());
              return;
            }
            JsonDocument json = JsonDocument.read(InputFile.of("damaged", document));
            if (json.root().isJsonObject()) {
              SideDocument side = SideDocument.of(file, json);
              if (side.isReplay()) {
                new ReplaySection(side, 1).section();
              } else {
                new FanOutDocumentSection(side, 1).section();
              }
            }
          };
        });
  }

  @Test
  void aDamagedPointOfASiteIsDrawnOrRefused() throws InterruptedException {
    Fuzzing.of(
        "site",
        mutator(Documents.POINT),
        () -> {
          Path file = folder().resolve("damaged.json");
          RunPoint good = point(file, Documents.POINT);
          return document -> {
            Files.write(file, document);
            new History(List.of(good, RunPoint.read(file)), point -> "x").sections();
          };
        });
  }

  private Path folder() {
    try {
      return Files.createTempDirectory(temporary, "fuzz");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RunPoint point(Path file, String text) {
    try {
      return RunPoint.read(Files.writeString(file, text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Mutator mutator(String... documents) {
    return new Mutator(
        List.of(documents).stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList(),
        List.of("null", "NaN", "\"range\":\"all\"", "\"place\":\"\"", "\"second\":"));
  }
}
