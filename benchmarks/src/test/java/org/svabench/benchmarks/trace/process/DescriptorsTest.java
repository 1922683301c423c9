package org.svabench.benchmarks.trace.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DescriptorsTest {
  private static final long SEED = 20261128;
  private final Descriptors descriptors = new Descriptors(new int[1]);

  @Test
  void aDescriptorStandsForItsFileUntilItIsClosed() {
    int file = descriptors.file(3, 0);
    assertEquals(file, descriptors.file(3, 0));
    descriptors.closed(3);
    assertNotEquals(file, descriptors.file(3, 0));
  }

  @Test
  void aCopyStandsForTheSameFile() {
    int file = descriptors.file(3, 0);
    descriptors.copied(3, 7);
    descriptors.closed(3);
    assertEquals(file, descriptors.file(7, 0));
  }

  @Test
  void anotherPathIsAnotherFile() {
    int file = descriptors.file(3, 11);
    assertEquals(file, descriptors.file(3, 0));
    assertEquals(file, descriptors.file(3, 11));
    assertNotEquals(file, descriptors.file(3, 13));
  }

  /** A hundred thousand steps over thousands of descriptors, against a map of the JDK. */
  @Test
  void thousandsOfDescriptorsAreToldApart() {
    Map<Integer, Integer> expected = new HashMap<>();
    Random random = new Random(SEED);
    for (int step = 0; step < 100_000; step++) {
      int fd =
          random.nextInt(20) == 0 ? Integer.MAX_VALUE - random.nextInt(9) : random.nextInt(8000);
      int at = step;
      switch (random.nextInt(3)) {
        case 0 -> {
          descriptors.closed(fd);
          expected.remove(fd);
        }
        case 1 -> {
          descriptors.opened(fd);
          int file = descriptors.file(fd, 0);
          assertNotEquals(expected.put(fd, file), file, () -> "seed " + SEED + ", step " + at);
        }
        default -> {
          int file = descriptors.file(fd, 0);
          Integer known = expected.putIfAbsent(fd, file);
          assertEquals(known == null ? file : known, file, () -> "seed " + SEED + ", step " + at);
        }
      }
    }
    Descriptors copy = descriptors.copy();
    expected.forEach((fd, file) -> assertEquals(file, copy.file(fd, 0), "seed " + SEED));
  }

  @Test
  void atTheLimitTheTableStartsOver() {
    int file = descriptors.file(0, 0);
    for (int fd = 1; fd < Descriptors.LIMIT; fd++) {
      descriptors.opened(fd);
    }
    assertEquals(file, descriptors.file(0, 0));
    descriptors.opened(Descriptors.LIMIT);
    assertNotEquals(file, descriptors.file(0, 0));
  }
}
