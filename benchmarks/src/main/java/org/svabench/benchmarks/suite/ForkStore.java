package org.svabench.benchmarks.suite;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.svabench.results.input.BadInput;
import org.svabench.results.run.AtomicFile;

/**
 * The finished forks of a run, one file each: the only files a run is resumed from, all others are
 * made from them. A fork counts once its file has its name.
 *
 * <p>Forks are kept as the objects JMH sends from a fork to its harness, so that merging them later
 * is what JMH itself does with the forks of one run. Only classes that can be part of such an
 * object are read back.
 */
final class ForkStore {
  private static final String SUFFIX = ".fork";

  private static final ObjectInputFilter ONLY_RESULTS =
      ObjectInputFilter.Config.createFilter(
          "maxdepth=50;maxbytes=268435456;maxarray=16777216;"
              + "org.svabench.benchmarks.**;org.svabench.results.run.ForkRecord;org.openjdk.jmh.**;"
              + "java.lang.*;java.util.*;java.util.concurrent.TimeUnit;!*");

  private final Path folder;

  ForkStore(Path folder) {
    this.folder = folder;
  }

  /** Keeps a fork; it is on the disk when this returns. */
  void keep(FinishedFork fork) throws IOException {
    AtomicFile.write(
        folder.resolve(
            String.format(Locale.ROOT, "%05d-%s%s", fork.position(), fork.row(), SUFFIX)),
        out -> {
          ObjectOutputStream objects = new ObjectOutputStream(out);
          objects.writeObject(fork);
          objects.flush();
        });
  }

  /**
   * Every fork kept, in the order they ran.
   *
   * @throws BadInput if a file is not one of a fork of this version
   */
  List<FinishedFork> all() throws IOException {
    List<FinishedFork> forks = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList()) {
        forks.add(read(file));
      }
    }
    forks.sort(Comparator.comparingInt(FinishedFork::position));
    return forks;
  }

  private static FinishedFork read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        ObjectInputStream objects = new ObjectInputStream(in)) {
      objects.setObjectInputFilter(ONLY_RESULTS);
      return (FinishedFork) objects.readObject();
    } catch (IOException | ClassNotFoundException | RuntimeException e) {
      // A damaged stream makes classes throw what they like while they are read.
      throw new BadInput(
          file + ": not a fork of this version of svabench; delete it to have it run again");
    }
  }
}
