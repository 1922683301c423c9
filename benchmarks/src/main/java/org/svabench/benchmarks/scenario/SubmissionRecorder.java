package org.svabench.benchmarks.scenario;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.svabench.model.queue.Command;
import org.svabench.model.queue.CommandDecoder;
import org.svabench.model.queue.CommandRing;
import org.svabench.model.queue.Hardware;

/** Hardware that writes down what is submitted, in the form of the format. */
final class SubmissionRecorder extends Hardware {
  private final CommandDecoder decoder;
  private final boolean raw;
  private final Command command = new Command();
  private final Map<String, Long> totals = new LinkedHashMap<>();
  private long submissions;
  private JsonArray recorded = new JsonArray();
  private JsonArray words = new JsonArray();

  SubmissionRecorder(CommandDecoder decoder, boolean raw) {
    this.decoder = decoder;
    this.raw = raw;
    for (String letter : new String[] {"P", "A", "D", "C"}) {
      totals.put(letter, 0L);
    }
  }

  @Override
  public long execute(int iommu, long[] batch, int count, boolean waits) {
    JsonArray descriptors = new JsonArray();
    for (int i = 0; i < count; i++) {
      long word0 = batch[CommandRing.PAYLOAD_WORDS * i];
      long word1 = batch[CommandRing.PAYLOAD_WORDS * i + 1];
      decoder.decode(word0, word1, command);
      totals.merge(CommandNotation.letter(command), 1L, Long::sum);
      descriptors.add(CommandNotation.written(command));
      if (raw) {
        JsonArray pair = new JsonArray();
        pair.add(CommandNotation.address(word0));
        pair.add(CommandNotation.address(word1));
        words.add(pair);
      }
    }
    JsonArray submission = new JsonArray();
    submission.add(iommu);
    submission.add(descriptors);
    if (!waits) {
      submission.add(0);
    }
    recorded.add(submission);
    submissions++;
    return 0;
  }

  /** Adds what was submitted since the last call; where that is nothing, only if asked to. */
  void report(JsonObject outcome, boolean always) {
    if (always || !recorded.isEmpty()) {
      outcome.add("subs", recorded);
      if (raw) {
        outcome.add("raw", words);
      }
    }
    recorded = new JsonArray();
    words = new JsonArray();
  }

  /** Descriptors of each kind, then submissions. */
  JsonObject totals() {
    JsonObject all = new JsonObject();
    totals.forEach(all::addProperty);
    all.addProperty("submits", submissions);
    return all;
  }
}
