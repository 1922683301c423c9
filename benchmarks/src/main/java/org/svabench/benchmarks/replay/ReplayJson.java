package org.svabench.benchmarks.replay;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.svabench.benchmarks.trace.count.Assumption;
import org.svabench.benchmarks.trace.count.Cause;
import org.svabench.benchmarks.trace.count.LineKind;
import org.svabench.benchmarks.trace.count.TraceCounts;
import org.svabench.model.cost.CostLevel;
import org.svabench.results.input.PrettyJson;

/** A replay as JSON, second by second included. Times are nanoseconds, pages are 4 KiB. */
public final class ReplayJson {
  /** Version of the schema. */
  public static final int SCHEMA_VERSION = 1;

  private final ReplayedTrace trace;

  /**
   * JSON of a replay.
   *
   * @param trace the replay
   */
  public ReplayJson(ReplayedTrace trace) {
    this.trace = trace;
  }

  /**
   * The document.
   *
   * @return indented text that ends with a line end
   */
  public String text() {
    return PrettyJson.of(document());
  }

  private JsonObject document() {
    Replay replay = trace.replay();
    JsonObject json = new JsonObject();
    json.addProperty("schemaVersion", SCHEMA_VERSION);
    json.addProperty("trace", trace.name());
    json.addProperty("format", trace.format());
    json.addProperty("elapsedNanos", trace.counts().elapsedNanos());
    json.addProperty("topology", trace.topology().name());
    json.addProperty("devices", trace.devices());
    json.addProperty("cost", trace.cost().name());
    json.add("bound", texts(replay.boundNames()));
    json.addProperty("mms", replay.spaces());
    json.addProperty("boundMms", replay.bound());
    json.addProperty("notifications", replay.notifications());
    json.addProperty("notificationsOfUnboundMms", replay.elsewhere());
    json.addProperty("notificationsWithoutAddress", replay.unknownAddresses());
    JsonObject causes = new JsonObject();
    for (Cause cause : Cause.values()) {
      causes.addProperty(cause.label(), replay.notifications(cause));
    }
    json.add("byCause", causes);
    JsonObject peak = new JsonObject();
    peak.addProperty("second", replay.peakSecond());
    peak.addProperty("notifications", replay.peakNotifications());
    json.add("peak", peak);
    JsonArray designs = new JsonArray();
    replay.designs().forEach(design -> designs.add(design(design)));
    json.add("designs", designs);
    json.add("lines", lines());
    json.add("assumptions", assumptions());
    json.add("unseen", texts(new ReplayNotes(trace).unseen()));
    json.add("series", series());
    return json;
  }

  private JsonObject design(DesignReplay replayed) {
    Tally total = replayed.total();
    JsonObject json = new JsonObject();
    json.addProperty("design", replayed.design().name());
    json.addProperty("notifications", total.notifications);
    json.addProperty("passedOnAsEverything", total.everything);
    json.addProperty("commands", total.commands);
    json.addProperty("deviceTlbCommands", total.deviceTlbCommands);
    json.addProperty("wholePasidCommands", total.wholeCommands);
    json.addProperty("submissions", total.submissions);
    json.addProperty("waits", total.waits);
    json.addProperty("exits", replayed.exits());
    json.addProperty("askedPages", total.askedPages);
    json.addProperty("coveredPages", total.coveredPages);
    json.addProperty("coveredAtLeast", trace.replay().unknownAddresses() > 0);
    number(json, "overInvalidation", trace.overInvalidation(replayed));
    if (trace.cost().pricesAnything()) {
      JsonObject added = new JsonObject();
      for (CostLevel level : CostLevel.values()) {
        number(
            added, level.name().toLowerCase(Locale.ROOT), trace.perSecond(replayed.nanos(level)));
      }
      json.add("addedNanosPerSecond", added);
      JsonObject peak = new JsonObject();
      peak.addProperty("second", replayed.peakSecond());
      peak.addProperty("addedNanos", replayed.peakNanos());
      json.add("peak", peak);
    }
    JsonObject refused = new JsonObject();
    replayed.refusals().forEach(refused::addProperty);
    json.add("bindsRefused", refused);
    json.addProperty("teardownCommands", replayed.teardownCommands());
    return json;
  }

  private static void number(JsonObject json, String key, double value) {
    if (!Double.isNaN(value)) {
      json.addProperty(key, value);
    }
  }

  private JsonObject lines() {
    TraceCounts counts = trace.counts();
    JsonObject json = new JsonObject();
    json.addProperty("total", counts.lines());
    JsonArray kinds = new JsonArray();
    for (LineKind kind : LineKind.values()) {
      if (counts.lines(kind) > 0) {
        JsonObject entry = new JsonObject();
        entry.addProperty("kind", kind.label());
        entry.addProperty("skipped", kind.skipped());
        entry.addProperty("lines", counts.lines(kind));
        entry.addProperty("first", counts.firstLine(kind));
        kinds.add(entry);
      }
    }
    json.add("kinds", kinds);
    json.add("read", names(counts.byName(true)));
    json.add("other", names(counts.byName(false)));
    json.addProperty("failedCalls", counts.failedCalls());
    json.addProperty("informativeCalls", counts.informativeCalls());
    json.addProperty("otherFlushEvents", counts.otherFlushes());
    return json;
  }

  private static JsonObject names(Map<String, Long> counts) {
    JsonObject json = new JsonObject();
    counts.forEach(json::addProperty);
    return json;
  }

  private JsonObject assumptions() {
    JsonObject json = new JsonObject();
    for (Assumption assumption : Assumption.values()) {
      if (trace.counts().assumptions(assumption) > 0) {
        json.addProperty(assumption.words(), trace.counts().assumptions(assumption));
      }
    }
    return json;
  }

  private JsonObject series() {
    Seconds seconds = trace.replay().seconds();
    JsonObject json = new JsonObject();
    json.addProperty("cut", seconds.cut());
    JsonArray rows = new JsonArray();
    for (Seconds.Second second : seconds.kept()) {
      JsonObject row = new JsonObject();
      row.addProperty("second", second.second());
      row.addProperty("notifications", second.notifications());
      JsonArray added = new JsonArray();
      for (long nanos : second.addedNanos()) {
        added.add(nanos);
      }
      row.add("addedNanos", added);
      rows.add(row);
    }
    json.add("seconds", rows);
    return json;
  }

  private static JsonArray texts(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}
