package org.svabench.benchmarks.fanout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.svabench.model.Quirk;
import org.svabench.model.cost.CostLevel;

/** Sections as data for a program: one record for each design, range and topology. */
public final class FanOutData {
  private FanOutData() {}

  /**
   * JSON with a schema version.
   *
   * @param sections what to write
   * @return one document, its last line ended
   */
  public static String json(List<FanOutSection> sections) {
    List<Map<String, Object>> findings = new ArrayList<>();
    for (FanOutSection section : sections) {
      for (String sentence : Step.sentences(section.rows())) {
        Map<String, Object> finding = new LinkedHashMap<>();
        finding.put("topology", section.topology().name());
        finding.put("range", section.range().text());
        finding.put("text", sentence);
        findings.add(finding);
      }
    }
    Map<String, List<Map<String, Object>>> lists = new LinkedHashMap<>();
    lists.put("rows", records(sections));
    lists.put("findings", findings);
    return Records.json(lists);
  }

  /**
   * RFC 4180 with a header line.
   *
   * @param sections what to write, at least one with a row
   * @return lines, each ended
   */
  public static String csv(List<FanOutSection> sections) {
    return Records.csv(records(sections));
  }

  private static List<Map<String, Object>> records(List<FanOutSection> sections) {
    List<Map<String, Object>> records = new ArrayList<>();
    for (FanOutSection section : sections) {
      for (FanOutCount row : section.rows()) {
        records.add(record(section, row));
      }
    }
    return records;
  }

  private static Map<String, Object> record(FanOutSection section, FanOutCount row) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("topology", row.topology().name());
    record.put("family", row.topology().family().label());
    record.put("trapped", row.topology().trapped());
    record.put("iommus", row.topology().iommuCount());
    record.put("devices", row.topology().deviceCount());
    record.put("range", row.range().text());
    record.put("start", hex(row.range().start()));
    record.put("end", hex(row.range().end()));
    record.put("design", row.design().name());
    record.put("hypothetical", row.hypothetical());
    record.put("quirks", row.quirks().stream().map(Quirk::label).sorted().toList());
    record.put("bound", row.bound());
    record.put("refused", List.copyOf(row.refused().keySet()));
    record.put("commands", row.commands());
    record.put("iotlbCommands", row.iotlbCommands());
    record.put("deviceTlbCommands", row.deviceTlbCommands());
    record.put("waits", row.waits());
    record.put("submissions", row.submissions());
    record.put("exits", row.exits());
    record.put("coveredPages", row.coveredPages());
    record.put("wholePasidCommands", row.wholeCommands());
    record.put("cost", section.cost().name());
    for (CostLevel level : CostLevel.values()) {
      String key = level.name().toLowerCase(Locale.ROOT) + "Nanos";
      record.put(key, section.priced() ? section.nanos(row, level) : null);
    }
    return record;
  }

  private static String hex(long address) {
    return "0x" + Long.toHexString(address);
  }
}
