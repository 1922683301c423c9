package org.svabench.benchmarks.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.options.TimeValue;
import org.svabench.results.input.BadInput;
import org.svabench.results.run.ForkRecord;

class ForkStoreTest {
  private static final TimeValue WINDOW = TimeValue.milliseconds(10);
  private static final Row ROW =
      new Row("a.B.b", Map.of("design", "x"), new Shape(1, WINDOW, 2, WINDOW));

  @TempDir Path folder;

  @Test
  void forksComeBackInTheOrderTheyRan() throws IOException {
    ForkStore store = new ForkStore(folder);
    store.keep(fork(2));
    store.keep(fork(10));
    store.keep(fork(1));

    List<FinishedFork> forks = new ForkStore(folder).all();

    assertEquals(List.of(1, 2, 10), forks.stream().map(FinishedFork::position).toList());
    assertEquals(10.0, forks.get(2).result().getPrimaryResult().getScore());
  }

  @Test
  void aForkUnderWayToTheDiskIsNotAFork() throws IOException {
    Files.writeString(folder.resolve(".00001-x.fork.123.tmp"), "half");

    assertTrue(new ForkStore(folder).all().isEmpty());
  }

  @Test
  void aDamagedForkIsNamed() throws IOException {
    ForkStore store = new ForkStore(folder);
    store.keep(fork(1));
    Path file = folder.resolve("00001-B.b_design=x.fork");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));

    BadInput refused = assertThrows(BadInput.class, store::all);

    assertTrue(refused.getMessage().startsWith(file + ": not a fork"), refused.getMessage());
  }

  @Test
  void objectsThatCannotBePartOfAForkAreNotRead() throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve("00001-x.fork"));
        ObjectOutputStream objects = new ObjectOutputStream(out)) {
      objects.writeObject(new java.util.ArrayList<>(List.of(java.net.URI.create("a:b"))));
    }

    assertThrows(BadInput.class, () -> new ForkStore(folder).all());
  }

  private static FinishedFork fork(int position) {
    return new FinishedFork(
        ROW.fileName(),
        new ForkRecord(1, position, "now", 1, -1, -1, 0.5, null, 2L),
        FakeForks.result(ROW, position));
  }
}
