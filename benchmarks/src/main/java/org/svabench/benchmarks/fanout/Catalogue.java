package org.svabench.benchmarks.fanout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.svabench.benchmarks.choice.Format;
import org.svabench.model.Design;
import org.svabench.model.Designs;
import org.svabench.model.Quirk;
import org.svabench.model.cost.CostPreset;
import org.svabench.model.cost.CostPresets;
import org.svabench.model.cost.CostRow;
import org.svabench.model.cost.Price;
import org.svabench.model.topology.TopologyPreset;
import org.svabench.model.topology.TopologyPresets;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;

/** What there is to choose from, with sources. */
public enum Catalogue {
  /** What {@code --topology list} shows. */
  TOPOLOGIES {
    @Override
    List<Map<String, Object>> records() {
      List<Map<String, Object>> records = new ArrayList<>();
      for (TopologyPreset preset : TopologyPresets.all()) {
        records.add(record(preset.syntax(), preset.description(), preset.source()));
      }
      return records;
    }
  },
  /** What {@code --design list} shows. */
  DESIGNS {
    @Override
    List<Map<String, Object>> records() {
      List<Map<String, Object>> records = new ArrayList<>();
      for (Design design : Designs.all()) {
        Map<String, Object> record = record(design.name(), design.summary(), design.source());
        record.put("family", design.family().label());
        record.put("eraQuirks", design.eraQuirks().stream().map(Quirk::label).sorted().toList());
        records.add(record);
      }
      return records;
    }
  },
  /** What {@code --quirk list} shows. */
  QUIRKS {
    @Override
    List<Map<String, Object>> records() {
      List<Map<String, Object>> records = new ArrayList<>();
      records.add(record("era", "the defects that the kernels of each design's era had", null));
      for (Quirk quirk : Quirk.values()) {
        records.add(record(quirk.label(), quirk.description(), null));
      }
      return records;
    }
  },
  /** What {@code --cost list} shows: a record for each figure. */
  COSTS {
    @Override
    List<Map<String, Object>> records() {
      List<Map<String, Object>> records = new ArrayList<>();
      for (CostPreset preset : CostPresets.all()) {
        preset.rows().forEach(row -> records.add(figure(preset, row)));
        if (preset.rows().isEmpty()) {
          records.add(figure(preset, null));
        }
      }
      return records;
    }

    @Override
    String text() {
      StringBuilder text = new StringBuilder("What each preset prices: min, typ and max in ns\n");
      for (CostPreset preset : CostPresets.all()) {
        text.append('\n').append(preset.name()).append(": ").append(preset.description());
        TextTable table = columns(10, 38, 34, 6, SOURCE_WIDTH);
        for (CostRow row : preset.rows()) {
          Price price = row.price();
          String figures =
              price == null
                  ? row.figure()
                  : String.format(
                      Locale.ROOT, "%10d%10d%11d", price.min(), price.typ(), price.max());
          table.addRowValues(
              "  " + row.term().label(), row.what(), figures, row.tag(), row.source());
        }
        text.append('\n').append(table);
      }
      return text.toString();
    }
  };

  private static final int NAME_WIDTH = 24;
  private static final int TEXT_WIDTH = 76;
  private static final int SOURCE_WIDTH = 60;

  abstract List<Map<String, Object>> records();

  /** The last column wraps, the others run over. */
  private static TextTable columns(int... widths) {
    Column[] columns = new Column[widths.length];
    for (int i = 0; i < widths.length; i++) {
      boolean last = i == widths.length - 1;
      columns[i] = new Column(widths[i], 0, last ? Column.Overflow.WRAP : Column.Overflow.SPAN);
    }
    return TextTable.forColumns(Help.defaultColorScheme(Ansi.OFF), columns);
  }

  /**
   * For a screen.
   *
   * @return lines, each ended
   */
  String text() {
    TextTable table = columns(NAME_WIDTH, TEXT_WIDTH);
    for (Map<String, Object> record : records()) {
      table.addRowValues(record.get("name").toString(), record.get("description").toString());
      record.forEach(
          (field, value) -> {
            boolean shown = field.equals("name") || field.equals("description");
            if (!shown && value != null && !List.of().equals(value)) {
              table.addRowValues("", "  " + field + ": " + Records.cell(value));
            }
          });
    }
    return table.toString();
  }

  /**
   * The list in a format.
   *
   * @param format the format
   * @return lines, each ended
   */
  public String in(Format format) {
    return switch (format) {
      case TABLE -> text();
      case JSON -> Records.json(Map.of(name().toLowerCase(Locale.ROOT), records()));
      case CSV -> Records.csv(records());
      case MD -> Records.markdown(records());
    };
  }

  private static Map<String, Object> record(String name, String description, String source) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("name", name);
    record.put("description", description);
    if (source != null) {
      record.put("source", source);
    }
    return record;
  }

  private static Map<String, Object> figure(CostPreset preset, CostRow row) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("name", preset.name());
    record.put("description", preset.description());
    Price price = row == null ? null : row.price();
    record.put("prices", row == null ? null : row.term().label());
    record.put("measuredAs", row == null ? null : row.what());
    record.put("minNanos", price == null ? null : price.min());
    record.put("typNanos", price == null ? null : price.typ());
    record.put("maxNanos", price == null ? null : price.max());
    record.put("figure", row == null ? null : row.figure());
    record.put("tag", row == null ? null : row.tag());
    record.put("source", row == null ? null : row.source());
    return record;
  }
}
