package org.svabench.model.cost;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.svabench.model.text.MalformedText;
import org.svabench.model.text.TextLine;

/**
 * A cost preset as a user writes it, one figure a line, nanoseconds:
 *
 * <pre>
 * description "my machine"
 * iotlb  min=400 typ=900 max=2000 tag=L source="dmar_perf_latency, 409 samples"
 * saving typ=300
 * note   "page request" typ=9000
 * </pre>
 *
 * <p>The statements and settings are described in {@code benchmarks/docs/costs.md}.
 */
public final class CostText {
  private static final String DESCRIPTION = "description";

  private CostText() {}

  /**
   * Reads a preset.
   *
   * @param name what the preset is called in the output, usually the file's name
   * @param lines the lines of the text
   * @return the preset
   * @throws MalformedText where the text is wrong; it says at which line and what would be right
   */
  public static CostPreset parse(String name, List<String> lines) {
    String description = "";
    List<CostRow> rows = new ArrayList<>();
    Map<CostTerm, Integer> lineOf = new EnumMap<>(CostTerm.class);
    for (TextLine line : TextLine.statements(lines)) {
      if (line.keyword().equals(DESCRIPTION)) {
        description = line.word("text in quotes");
      } else {
        CostRow row = row(line);
        rows.add(row);
        if (lineOf.put(row.term(), line.number()) != null && row.term() != CostTerm.NOTE) {
          throw line.wrong(row.term().label() + " is priced twice");
        }
      }
      line.close();
    }
    if (lineOf.keySet().stream().allMatch(term -> term == CostTerm.NOTE)) {
      throw new MalformedText(lines.size() + 1, "the text ends without a price: " + terms());
    }
    try {
      return new CostPreset(name, description, rows);
    } catch (IllegalArgumentException savesTooMuch) {
      throw new MalformedText(lineOf.get(CostTerm.SAVING), savesTooMuch.getMessage());
    }
  }

  private static CostRow row(TextLine line) {
    CostTerm term =
        Stream.of(CostTerm.values())
            .filter(candidate -> candidate.label().equals(line.keyword()))
            .findFirst()
            .orElseThrow(() -> line.wrong("a line starts with description or a term: " + terms()));
    boolean named = term == CostTerm.NOTE || !line.words().isEmpty();
    String what = named ? line.word("text in quotes") : term.label();
    long typ = line.takeNumber("typ", 0, Price.LONGEST, -1);
    if (typ < 0) {
      throw line.wrong(line.keyword() + " needs typ=NANOSECONDS");
    }
    long min = line.takeNumber("min", 0, Price.LONGEST, typ);
    long max = line.takeNumber("max", 0, Price.LONGEST, typ);
    if (min > typ || typ > max) {
      throw line.wrong("min <= typ <= max must hold: min=" + min + " typ=" + typ + " max=" + max);
    }
    String tag = line.take("tag", "A");
    return CostRow.of(term, what, new Price(min, typ, max), tag, line.take("source", "not given"));
  }

  private static String terms() {
    return Stream.of(CostTerm.values()).map(CostTerm::label).collect(Collectors.joining(", "));
  }

  /**
   * Writes a preset.
   *
   * @param preset the preset; texts without double quotes or line ends
   * @return lines that {@link #parse} reads as an equal preset
   */
  public static List<String> lines(CostPreset preset) {
    List<String> lines = new ArrayList<>();
    lines.add(DESCRIPTION + " " + quoted(preset.description()));
    for (CostRow row : preset.rows()) {
      if (row.price() == null) {
        lines.add("# " + row.what() + ": " + row.figure() + " (" + row.source() + ")");
        continue;
      }
      Price price = row.price();
      lines.add(
          String.format(
              Locale.ROOT,
              "%s %s min=%d typ=%d max=%d tag=%s source=%s",
              row.term().label(),
              quoted(row.what()),
              price.min(),
              price.typ(),
              price.max(),
              quoted(row.tag()),
              quoted(row.source())));
    }
    return lines;
  }

  private static String quoted(String text) {
    return '"' + text.replaceAll("[\"\\p{Cntrl}]", "'") + '"';
  }
}
