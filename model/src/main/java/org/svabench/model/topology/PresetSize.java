package org.svabench.model.topology;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may stand behind the colon of a preset's name. */
final class PresetSize {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern GRID = Pattern.compile("(\\d{1,9})x(\\d{1,9})");

  private final String syntax;
  private final String allowed;
  private final Pattern pattern;
  private final int[] least;
  private final int[] most;
  private final int[] usual;

  private PresetSize(
      String syntax, String allowed, Pattern pattern, int[] least, int[] most, int[] usual) {
    this.syntax = syntax;
    this.allowed = allowed;
    this.pattern = pattern;
    this.least = least;
    this.most = most;
    this.usual = usual;
  }

  /** A preset of one size. */
  static PresetSize fixed() {
    return new PresetSize("", null, null, null, null, new int[0]);
  }

  /** A preset sized by one number. */
  static PresetSize number(String symbol, int least, int most, int usual) {
    return new PresetSize(
        "[:" + symbol + "]",
        symbol + " " + least + ".." + most + " (" + usual + " where not given)",
        NUMBER,
        new int[] {least},
        new int[] {most},
        new int[] {usual});
  }

  /** IOMMUs by devices behind each; has to be given. */
  static PresetSize grid() {
    return new PresetSize(
        ":IxD",
        "I 1.."
            + Topology.MAX_IOMMUS
            + " IOMMUs with D devices each, I x D at most "
            + Topology.MAX_DEVICES
            + ", such as 4x16",
        GRID,
        new int[] {1, 1},
        new int[] {Topology.MAX_IOMMUS, Topology.MAX_DEVICES},
        null);
  }

  String syntax() {
    return syntax;
  }

  /** Reads a size; null is the usual one. */
  int[] parse(String preset, String text) {
    if (text == null && usual != null) {
      return usual.clone();
    }
    if (pattern == null) {
      throw new IllegalArgumentException(preset + " comes in one size: " + preset + ":" + text);
    }
    Matcher matcher = pattern.matcher(text == null ? "" : text);
    if (!matcher.matches()) {
      throw wrong(preset, text);
    }
    int[] size = new int[least.length];
    long product = 1;
    for (int i = 0; i < size.length; i++) {
      size[i] = Integer.parseInt(size.length == 1 ? matcher.group() : matcher.group(i + 1));
      product *= size[i];
      if (size[i] < least[i] || size[i] > most[i] || product > Topology.MAX_DEVICES) {
        throw wrong(preset, text);
      }
    }
    return size;
  }

  private IllegalArgumentException wrong(String preset, String text) {
    return new IllegalArgumentException(
        preset + syntax + " takes " + allowed + ": " + preset + (text == null ? "" : ":" + text));
  }
}
