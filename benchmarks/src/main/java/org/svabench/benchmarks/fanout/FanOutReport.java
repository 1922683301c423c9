package org.svabench.benchmarks.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.svabench.model.cost.CostLevel;
import org.svabench.results.table.Table;

/** Sections as text for a person: for a screen and a mail, or as Markdown. */
public final class FanOutReport {
  private FanOutReport() {}

  /**
   * For a screen or a mail.
   *
   * @param sections what to show
   * @return lines, each ended
   */
  public static String text(List<FanOutSection> sections) {
    StringBuilder text = new StringBuilder();
    for (FanOutSection section : sections) {
      text.append(text.isEmpty() ? "" : "\n");
      text.append(section.machineInWords()).append('\n');
      text.append(rangeInWords(section)).append("\n\n");
      text.append(table(section).toText()).append('\n');
      sentences(section).forEach(each -> text.append(each).append('\n'));
    }
    return text.toString();
  }

  /**
   * GitHub-flavoured Markdown.
   *
   * @param sections what to show
   * @return lines, each ended
   */
  public static String markdown(List<FanOutSection> sections) {
    StringBuilder text = new StringBuilder();
    for (FanOutSection section : sections) {
      text.append(text.isEmpty() ? "" : "\n");
      text.append("**").append(section.machineInWords()).append("**; ");
      text.append(rangeInWords(section)).append("\n\n");
      text.append(table(section).toMarkdown()).append('\n');
      sentences(section)
          .forEach(each -> text.append("- ").append(each.replace("*", "\\*")).append('\n'));
    }
    return text.toString();
  }

  private static String rangeInWords(FanOutSection section) {
    return "one notification of "
        + section.range().inWords()
        + ", all devices bound in order of their ids";
  }

  private static Table table(FanOutSection section) {
    List<String> header =
        new ArrayList<>(
            List.of("design", "commands", "IOTLB", "devTLB", "waits", "exits", "covered", "whole"));
    if (section.priced()) {
      header.add("modelled us");
    }
    Table table = new Table(1, header);
    for (FanOutCount row : section.rows()) {
      List<String> cells = new ArrayList<>();
      cells.add(row.design().name() + (row.hypothetical() ? " *" : ""));
      for (long figure :
          new long[] {
            row.commands(),
            row.iotlbCommands(),
            row.deviceTlbCommands(),
            row.waits(),
            row.exits(),
            row.coveredPages(),
            row.wholeCommands()
          }) {
        cells.add(String.valueOf(figure));
      }
      if (section.priced()) {
        cells.add(time(section, row));
      }
      table.add(cells);
    }
    return table;
  }

  private static String time(FanOutSection section, FanOutCount row) {
    long least = section.nanos(row, CostLevel.MIN);
    long most = section.nanos(row, CostLevel.MAX);
    String typical = micros(section.nanos(row, CostLevel.TYP));
    return least == most ? typical : typical + " (" + micros(least) + "-" + micros(most) + ")";
  }

  private static String micros(long nanos) {
    double micros = nanos / 1000.0;
    return String.format(
        Locale.ROOT, micros < 9.995 ? "%.2f" : micros < 99.95 ? "%.1f" : "%.0f", micros);
  }

  private static List<String> sentences(FanOutSection section) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "covered: 4 KiB pages told to IOTLBs, summed over IOMMUs; whole: commands for all of a"
            + " PASID, which cover no block");
    section.priceInWords().ifPresent(sentences::add);
    sentences.addAll(section.remarks());
    sentences.addAll(Step.sentences(section.rows()));
    return sentences;
  }
}
