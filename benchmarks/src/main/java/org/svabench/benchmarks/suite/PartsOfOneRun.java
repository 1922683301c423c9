package org.svabench.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.svabench.results.input.BadInput;
import org.svabench.results.run.RunRecord;

/** Parts that belong together: checked before anything is made of them. */
final class PartsOfOneRun {
  private final List<Part> parts;

  private PartsOfOneRun(List<Part> parts) {
    this.parts = parts;
  }

  /**
   * Reads parts.
   *
   * @param folders of the parts, in any order
   * @param jar SHA-256 of the jar that is to merge them: it reads their forks as objects
   * @throws BadInput if one is no part, is given twice, or belongs to another run
   */
  static PartsOfOneRun read(List<Path> folders, String jar) throws IOException {
    List<Part> parts = new ArrayList<>();
    for (Path folder : folders) {
      Part part = Part.open(folder);
      if (!part.record().build().sha256().equals(jar)) {
        throw new BadInput(
            folder
                + ": made by another jar ("
                + part.record().build().sha256()
                + ", this is "
                + jar
                + "); merge with the jar that made it");
      }
      for (Part other : parts) {
        mustBelong(other, part);
      }
      parts.add(part);
    }
    parts.sort(Comparator.comparingInt(part -> part.shard().part()));
    List<Part> whole = new ArrayList<>();
    for (Part part : parts) {
      whole.add(part.withForks());
    }
    return new PartsOfOneRun(List.copyOf(whole));
  }

  private static void mustBelong(Part one, Part other) {
    RunRecord a = one.record();
    RunRecord b = other.record();
    same(one, other, "suite", a.suite().name(), b.suite().name());
    same(one, other, "JMH options", a.suite().arguments(), b.suite().arguments());
    same(one, other, "seed", a.suite().seed(), b.suite().seed());
    same(one, other, "number of parts", one.shard().parts(), other.shard().parts());
    same(one, other, "JVM", a.java().vm(), b.java().vm());
    same(one, other, "JVM arguments", a.java().flags(), b.java().flags());
    if (one.shard().equals(other.shard())) {
      throw new BadInput(
          one.folder() + " and " + other.folder() + " overlap: both are part " + one.shard());
    }
  }

  private static void same(Part one, Part other, String what, Object a, Object b) {
    if (!Objects.equals(a, b)) {
      throw new BadInput(
          one.folder()
              + " and "
              + other.folder()
              + " are parts of different runs: "
              + what
              + " "
              + a
              + " and "
              + b);
    }
  }

  /** By number. */
  List<Part> parts() {
    return parts;
  }

  /** Parts that are not among them, such as {@code 2/8, 5/8}; empty where all are. */
  String missing() {
    int count = parts.get(0).shard().parts();
    TreeSet<Integer> numbers = new TreeSet<>();
    for (int number = 1; number <= count; number++) {
      numbers.add(number);
    }
    parts.forEach(part -> numbers.remove(part.shard().part()));
    return String.join(
        ", ", numbers.stream().map(number -> new Shard(number, count).toString()).toList());
  }
}
