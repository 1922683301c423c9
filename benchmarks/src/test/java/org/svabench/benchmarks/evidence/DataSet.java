package org.svabench.benchmarks.evidence;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.InputFile;
import org.svabench.results.run.AtomicFile;
import org.svabench.results.run.JavaRecord;
import org.svabench.results.run.MachineRecord;

/**
 * Recorded pairs: a header line, then a line a pair, each appended as a whole, so that a recording
 * may be stopped at any time and continued. Gzipped or not.
 */
final class DataSet {
  private static final int SCHEMA_VERSION = 1;
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  /** What all pairs have in common. */
  record Header(int schemaVersion, MachineRecord machine, JavaRecord java) {}

  private final Path file;

  DataSet(Path file) {
    this.file = file;
  }

  /** Begins a data set, or goes on with one, of which there may be the packed form alone. */
  void begin(MachineRecord machine) throws IOException {
    if (!Files.exists(file) && Files.exists(packed())) {
      AtomicFile.write(
          file,
          out -> {
            try (GZIPInputStream gzip = new GZIPInputStream(Files.newInputStream(packed()))) {
              gzip.transferTo(out);
            }
          });
    }
    if (!Files.exists(file)) {
      append(GSON.toJson(new Header(SCHEMA_VERSION, machine, JavaRecord.current())));
    } else if (!Files.readString(file).endsWith("\n")) {
      // The line that was being written when a recording was killed.
      append("");
    }
  }

  void append(RecordedPair pair) throws IOException {
    append(GSON.toJson(pair));
  }

  private void append(String line) throws IOException {
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Writes the same gzipped beside it, and says where. */
  Path pack() throws IOException {
    AtomicFile.write(
        packed(),
        out -> {
          GZIPOutputStream gzip = new GZIPOutputStream(out);
          gzip.write(Files.readString(file).getBytes(StandardCharsets.UTF_8));
          gzip.finish();
        });
    return packed();
  }

  private Path packed() {
    return file.resolveSibling(file.getFileName() + ".gz");
  }

  /** All whole lines of the files. */
  static List<RecordedPair> read(List<String> files) {
    List<RecordedPair> pairs = new ArrayList<>();
    for (String name : files) {
      List<String> lines = InputFile.named(name).lines();
      Header header = lines.isEmpty() ? null : parse(name, 1, lines.get(0), Header.class);
      if (header == null || header.schemaVersion() != SCHEMA_VERSION) {
        throw new BadInput(name, 1, "not a header of recorded pairs of this version");
      }
      for (int i = 1; i < lines.size(); i++) {
        boolean torn = !lines.get(i).endsWith("}");
        if (!lines.get(i).isEmpty() && !torn) {
          RecordedPair pair = parse(name, i + 1, lines.get(i), RecordedPair.class);
          if (!pair.usable()) {
            throw new BadInput(name, i + 1, "not a recorded pair");
          }
          pairs.add(pair);
        }
      }
    }
    return pairs;
  }

  private static <T> T parse(String name, int line, String text, Class<T> type) {
    try {
      return GSON.fromJson(text, type);
    } catch (JsonParseException e) {
      throw new BadInput(name, line, "not JSON: " + e.getMessage());
    }
  }
}
